package dev.larder.internal.manager;

import dev.larder.internal.codec.AllowList;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.config.ManagerPlan;
import dev.larder.internal.config.Planner;
import dev.larder.internal.config.Surroundings;
import dev.larder.internal.tag.MediumTags;
import dev.larder.internal.tag.NoTags;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Stamps;
import dev.larder.spi.StoreAddress;
import java.util.Properties;
import java.util.function.Consumer;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;

/** Makes managers, without their caches. */
final class ManagerMaker {
    static final String CLOCK = "larder.clock";

    private final CachingProvider provider;

    ManagerMaker(CachingProvider provider) {
        this.provider = provider;
    }

    /**
     * A manager whose store is open.
     *
     * @throws CacheException if URI, properties or a configuration file make no sense
     */
    StandardCacheManager make(ManagerId id, Properties properties, Consumer<StandardCacheManager> onClose) {
        try {
            ManagerPlan plan = new Planner(id.loader(), Surroundings.PROCESS).plan(id.uri());
            Holders holders = new Holders(plan.shared());
            return new StandardCacheManager(provider, id, properties, parts(id, properties, plan), holders, onClose);
        } catch (IllegalArgumentException wrong) {
            throw new CacheException("cache manager '" + id + "': " + wrong.getMessage(), wrong);
        }
    }

    private Parts parts(ManagerId id, Properties properties, ManagerPlan plan) {
        Clock clock = clock(properties);
        Workers workers = Workers.of(properties, id.uri(), id.loader());
        try {
            BackendSetup setup = new BackendSetup(plan.address(), clock, workers.executor(), id.loader(), properties);
            Backend backend = plan.provider().open(setup);
            Tags tags = plan.provider().keepsObjects() ? Tags.local() : tags(plan.address(), backend);
            Codecs codecs = codecs(id.loader(), plan);
            return new Parts(plan.address(), plan.defaults(), plan.caches(), backend, tags, codecs, clock, workers);
        } catch (RuntimeException | Error failure) {
            workers.close();
            throw failure;
        }
    }

    private static Tags tags(StoreAddress address, Backend backend) {
        Stamps stamps = backend.stamps();
        return stamps == null ? new NoTags(address.toString()) : new MediumTags(stamps);
    }

    // The application's clock, if the properties have one.
    private static Clock clock(Properties properties) {
        Object supplied = properties.getOrDefault(CLOCK, Clock.SYSTEM);
        if (supplied instanceof Clock clock) {
            return clock;
        }
        throw new IllegalArgumentException("property '" + CLOCK + "' holds a "
                + supplied.getClass().getName() + "; put an object that implements " + Clock.class.getName()
                + " there");
    }

    private static Codecs codecs(ClassLoader loader, ManagerPlan plan) {
        return new Codecs(loader, AllowList.of(plan.allow()), AllowList.of(plan.immutable()));
    }
}
