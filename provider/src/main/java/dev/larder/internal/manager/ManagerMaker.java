package dev.larder.internal.manager;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.config.ManagerPlan;
import dev.larder.internal.config.Planner;
import dev.larder.internal.config.Surroundings;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;

/** Makes managers, without their caches. */
final class ManagerMaker {
    private final CachingProvider provider;
    private final Clock clock;

    ManagerMaker(CachingProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
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
        Workers workers = Workers.of(properties, id.uri(), id.loader());
        try {
            BackendSetup setup = new BackendSetup(plan.address(), clock, workers.executor(), id.loader());
            Backend backend = plan.provider().open(setup);
            return new Parts(plan.address(), plan.caches(), backend, codecs(id.loader(), plan.allow()), clock, workers);
        } catch (RuntimeException | Error failure) {
            workers.close();
            throw failure;
        }
    }

    private static Codecs codecs(ClassLoader loader, List<String> allow) {
        return new Codecs(loader);
    }
}
