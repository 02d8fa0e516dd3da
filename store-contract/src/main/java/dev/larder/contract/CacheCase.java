package dev.larder.contract;

import dev.larder.LarderCache;
import dev.larder.contract.model.ManualClock;
import dev.larder.contract.model.TrialSetup;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test of a cache over the backend under test, run once for each {@link Variant}. It opens a manager for each test,
 * with a clock that only the test moves, and destroys the caches afterwards.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Variant.class)
public abstract class CacheCase {
    private static final String PROVIDER = "dev.larder.LarderCachingProvider";

    @Parameter
    public Variant variant = Variant.NATIVE;

    public final ManualClock clock = new ManualClock();
    private final List<String> created = new ArrayList<>();
    public CacheManager manager;

    /** The address of the backend under test. */
    public abstract String address();

    @BeforeEach
    final void openManager() {
        manager = openManager(getClass().getClassLoader());
    }

    /** Opens a manager at the address, a separate one for each class loader. */
    public final CacheManager openManager(ClassLoader loader) {
        return openManager(loader, new Properties());
    }

    public final CacheManager openManager(ClassLoader loader, Properties properties) {
        properties.put("larder.clock", clock);
        return Caching.getCachingProvider(PROVIDER).getCacheManager(uri(), loader, properties);
    }

    @AfterEach
    final void closeManager() {
        if (!manager.isClosed()) {
            created.forEach(manager::destroyCache);
            manager.close();
        }
    }

    /** A URI needs text after its colon, and every backend accepts any text there. */
    private URI uri() {
        return URI.create(variant.of(named()));
    }

    private String named() {
        return address().endsWith(":") ? address() + "contract" : address();
    }

    public final Cache<String, Integer> cache() {
        return cache(configuration());
    }

    public static MutableConfiguration<String, Integer> configuration() {
        return new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class);
    }

    public final <K, V> Cache<K, V> cache(MutableConfiguration<K, V> configuration) {
        String name = newName();
        return manager.createCache(name, configuration.setStatisticsEnabled(true));
    }

    public final LarderCache<String, Integer> larder() {
        return larder(configuration());
    }

    @SuppressWarnings("unchecked")
    public final LarderCache<String, Integer> larder(MutableConfiguration<String, Integer> configuration) {
        return cache(configuration).unwrap(LarderCache.class);
    }

    /** Returns an unused cache name. A cache created with it is destroyed after the test. */
    public final String newName() {
        String name = "contract " + UUID.randomUUID();
        created.add(name);
        return name;
    }

    public final TrialSetup trialSetup() {
        return new TrialSetup(manager, clock, usesManagerClock(), variant != Variant.FLAKY);
    }

    /** Whether other JVMs may see what the backend stores. */
    public final boolean isShared() {
        return isStore(store -> store instanceof ByteStore bytes && bytes.isShared());
    }

    /** Whether values are stored as bytes. */
    public final boolean keepsBytes() {
        return isStore(ByteStore.class::isInstance);
    }

    private boolean isStore(Predicate<Store<?, ?>> predicate) {
        try (Backend backend = openBackend()) {
            Settings settings = StoreAddress.parse(address()).settings();
            Store<?, ?> store = backend.open(new StoreSetup(newName(), false, settings));
            try {
                return predicate.test(store);
            } finally {
                store.close();
            }
        }
    }

    /** Whether the manager's clock decides which entries have expired. Otherwise the backend has its own clock. */
    public final boolean usesManagerClock() {
        try (Backend backend = openBackend()) {
            return backend.clock(clock) == clock;
        }
    }

    /** Opens the backend under test once more, besides the manager's. The caller closes it. */
    public final Backend openBackend() {
        return BackendFinder.open(new BackendSetup(
                StoreAddress.parse(named()),
                Clock.SYSTEM,
                Runnable::run,
                getClass().getClassLoader()));
    }
}
