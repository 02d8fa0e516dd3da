package dev.larder.contract.tag;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.contract.BackendFinder;
import dev.larder.contract.CacheCase;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** A test of tags. It is skipped if the backend does not support them. */
public abstract class TagCase extends CacheCase {

    @BeforeEach
    final void needsTags() {
        try (Backend backend = BackendFinder.open(new BackendSetup(
                StoreAddress.parse(variant.of(address())),
                Clock.SYSTEM,
                Runnable::run,
                getClass().getClassLoader()))) {
            assumeTrue(backend.stamps() != null || keepsObjects(backend), "this store knows no tags");
        }
    }

    private boolean keepsObjects(Backend backend) {
        Settings settings = StoreAddress.parse(address()).settings();
        Store<?, ?> store = backend.open(new StoreSetup(newName(), false, settings));
        try {
            return store instanceof ObjectStore;
        } finally {
            store.close();
        }
    }

    public static LarderConfiguration<String, Integer> tagged() {
        return new LarderConfiguration<String, Integer>().setTypes(String.class, Integer.class);
    }

    /** A configuration in which each entry has the tags «n:» with its value, and «all». */
    static LarderConfiguration<String, Integer> byValue() {
        return tagged().setTagger((key, value) -> Set.of("n:" + value, "all"));
    }

    /** The tags of an entry, which must be present. */
    public static Set<String> tags(LarderCache<String, Integer> cache, String key) {
        return Objects.requireNonNull(cache.entry(key)).tags();
    }
}
