package dev.larder.redis;

import dev.larder.spi.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a call that failed: read failures are misses unless told to throw, write failures throw unless told to be dropped. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final String cache;
    private final boolean readsThrow;
    private final boolean writesThrow;

    private Failures(String cache, boolean readsThrow, boolean writesThrow) {
        this.cache = cache;
        this.readsThrow = readsThrow;
        this.writesThrow = writesThrow;
    }

    static Failures of(String cache, Settings settings) {
        return new Failures(
                cache,
                choice(settings, "on-read-failure", "miss", "throw").equals("throw"),
                choice(settings, "on-write-failure", "throw", "drop").equals("throw"));
    }

    private static String choice(Settings settings, String name, String preset, String other) {
        String text = settings.text(name, preset);
        if (text.equals(preset) || text.equals(other)) {
            return text;
        }
        throw new IllegalArgumentException(
                "setting '" + name + "' is '" + text + "'; it takes " + preset + " (as if not set) or " + other);
    }

    <T> @Nullable T reading(Supplier<@Nullable T> read, @Nullable T miss) {
        try {
            return read.get();
        } catch (RedisFailure failure) {
            if (readsThrow) {
                throw named(failure);
            }
            LOG.debug("cache '{}': a read failed and is a miss", cache, failure);
            return miss;
        }
    }

    /**
     * @param dropped what the caller is given if the write is dropped
     */
    <T> @Nullable T writing(Supplier<@Nullable T> write, @Nullable T dropped) {
        try {
            return write.get();
        } catch (RedisFailure failure) {
            if (writesThrow) {
                throw named(failure);
            }
            LOG.debug("cache '{}': a write failed and is dropped", cache, failure);
            return dropped;
        }
    }

    /** Gives whether the write was done. */
    boolean writing(Runnable write) {
        Boolean done = writing(
                () -> {
                    write.run();
                    return true;
                },
                false);
        return Boolean.TRUE.equals(done);
    }

    RedisFailure named(RedisFailure failure) {
        return new RedisFailure("cache '" + cache + "': " + failure.getMessage(), failure.getCause());
    }
}
