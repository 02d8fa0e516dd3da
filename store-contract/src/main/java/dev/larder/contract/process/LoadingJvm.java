package dev.larder.contract.process;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheManager;

/**
 * A JVM that misses keys at the same time as others. Arguments: address, cache, number of JVMs, keys. Without the last
 * two it dies during a load.
 */
public final class LoadingJvm {
    /** The key under which loads are counted. */
    static final String COUNTER = "loads";

    /** The exit code of a JVM that dies during a load. */
    static final int DIED = 3;

    /** The time after which other JVMs stop waiting for one that died. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private static final String READY = "ready";
    private static final long LOAD_NANOS = Duration.ofMillis(10).toNanos();

    private LoadingJvm() {}

    /** Returns when all keys are loaded. */
    public static void main(String... arguments) {
        try (CacheManager manager = IncrementingJvm.manager(arguments[0])) {
            if (arguments.length == 2) {
                cache(manager, arguments[1], DEADLINE).getOrLoad("k", key -> dying());
            } else {
                LarderCache<String, Integer> cache = cache(manager, arguments[1], Duration.ofSeconds(30));
                load(cache, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            }
        }
    }

    @SuppressWarnings("unchecked")
    static LarderCache<String, Integer> cache(CacheManager manager, String name, Duration lease) {
        return manager.createCache(
                        name,
                        new LarderConfiguration<String, Integer>()
                                .setTypes(String.class, Integer.class)
                                .setLoadLease(lease))
                .unwrap(LarderCache.class);
    }

    private static void load(LarderCache<String, Integer> cache, int jvms, int keys) {
        cache.increment(READY, 1);
        while (cache.get(READY) < jvms) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < keys; i++) {
            cache.getOrLoad("k" + i, key -> {
                cache.increment(COUNTER, 1);
                LockSupport.parkNanos(LOAD_NANOS);
                return 1;
            });
        }
    }

    private static Integer dying() {
        Runtime.getRuntime().halt(DIED);
        return 0;
    }
}
