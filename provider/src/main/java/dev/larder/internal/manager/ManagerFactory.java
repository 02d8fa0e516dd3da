package dev.larder.internal.manager;

import dev.larder.internal.cache.VendorSettings;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.config.Environment;
import dev.larder.internal.config.ManagerPlan;
import dev.larder.internal.config.StoreResolver;
import dev.larder.internal.tag.NoTags;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Stamps;
import dev.larder.spi.StoreAddress;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;

/** Creates managers, without their caches. */
final class ManagerFactory {
    static final String CLOCK = "larder.clock";

    private final CachingProvider provider;

    ManagerFactory(CachingProvider provider) {
        this.provider = provider;
    }

    /**
     * Creates a manager whose backend is open.
     *
     * @throws CacheException if URI, properties or a configuration file are invalid
     */
    StandardCacheManager create(ManagerId id, Properties properties, Consumer<StandardCacheManager> onClose) {
        try {
            ManagerPlan plan = new StoreResolver(id.loader(), Environment.PROCESS).plan(id.uri());
            ReferenceCount referenceCount = new ReferenceCount(plan.shared());
            return new StandardCacheManager(
                    provider, id, properties, resources(id, properties, plan), referenceCount, onClose);
        } catch (IllegalArgumentException wrong) {
            throw new CacheException("cache manager '" + id + "': " + wrong.getMessage(), wrong);
        }
    }

    private ManagerResources resources(ManagerId id, Properties properties, ManagerPlan plan) {
        Clock clock = clock(properties);
        BackgroundExecutor backgroundExecutor = BackgroundExecutor.of(properties, id.uri(), id.loader());
        try {
            Codecs codecs = codecs(id.loader(), plan);
            checkSettingsOfCore(plan, codecs);
            Backend backend = plan.provider()
                    .open(new BackendSetup(
                            plan.address(),
                            clock,
                            backgroundExecutor.executor(),
                            id.loader(),
                            properties,
                            plan.settingsOfCaches()));
            Tags tags = plan.provider().keepsObjects() ? Tags.local() : tags(plan.address(), backend);
            return new ManagerResources(
                    plan.address(), plan.defaults(), plan.caches(), backend, tags, codecs, clock, backgroundExecutor);
        } catch (Exception | Error failure) {
            backgroundExecutor.close();
            throw failure;
        }
    }

    // The caches come later, but a mistake is found now.
    private static void checkSettingsOfCore(ManagerPlan plan, Codecs codecs) {
        VendorSettings.check(plan.defaults(), codecs);
        new TreeMap<>(plan.caches().settings()).forEach((cache, settings) -> {
            try {
                VendorSettings.check(settings, codecs);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("cache '" + cache + "': " + wrong.getMessage(), wrong);
            }
        });
    }

    private static Tags tags(StoreAddress address, Backend backend) {
        Stamps stamps = backend.stamps();
        return stamps == null ? new NoTags(address.toString()) : new SharedTags(stamps);
    }

    // The application's clock, if the properties have one.
    private static Clock clock(Properties properties) {
        Object supplied = properties.getOrDefault(CLOCK, Clock.SYSTEM);
        if (supplied instanceof Clock clock) {
            return clock;
        }
        throw new IllegalArgumentException("property '" + CLOCK + "' holds a "
                + supplied.getClass().getName() + "; it takes an object that implements " + Clock.class.getName());
    }

    private static Codecs codecs(ClassLoader loader, ManagerPlan plan) {
        return new Codecs(loader, AllowList.of(plan.allow()), AllowList.of(plan.immutable()));
    }
}
