package dev.larder.redis.entry;

import dev.larder.redis.command.RedisFailure;
import dev.larder.spi.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a call fails. A failed read is a miss unless the settings say {@code throw}. A failed
 * write throws an exception that names the cache.
 */
public final class FailurePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final String cache;
    private final boolean readsThrow;

    private FailurePolicy(String cache, boolean readsThrow) {
        this.cache = cache;
        this.readsThrow = readsThrow;
    }

    public static FailurePolicy of(String cache, Settings settings) {
        return new FailurePolicy(
                cache, choice(settings, "on-read-failure", "miss", "throw").equals("throw"));
    }

    /** Whether failed writes are dropped. */
    public static boolean dropsFailedWrites(Settings settings) {
        return choice(settings, "on-write-failure", "throw", "drop").equals("drop");
    }

    private static String choice(Settings settings, String name, String preset, String other) {
        String text = settings.text(name, preset);
        if (text.equals(preset) || text.equals(other)) {
            return text;
        }
        throw new IllegalArgumentException(
                "setting '" + name + "' is '" + text + "'; it takes " + preset + " (as if not set) or " + other);
    }

    /** Whether a bulk read may return a part of the entries when some servers failed. */
    public boolean readsAreLenient() {
        return !readsThrow;
    }

    /** Runs a read. Returns {@code miss} if it fails and the settings do not say {@code throw}. */
    public <T> @Nullable T reading(Supplier<@Nullable T> read, @Nullable T miss) {
        try {
            return read.get();
        } catch (RedisFailure failure) {
            if (readsThrow) {
                throw withCacheName(failure);
            }
            LOG.debug("cache '{}': a read failed and is a miss", cache, failure);
            return miss;
        }
    }

    public <T> @Nullable T writing(Supplier<@Nullable T> write) {
        try {
            return write.get();
        } catch (RedisFailure failure) {
            throw withCacheName(failure);
        }
    }

    public void writing(Runnable write) {
        writing(() -> {
            write.run();
            return null;
        });
    }

    RedisFailure withCacheName(RedisFailure failure) {
        return new RedisFailure("cache '" + cache + "': " + failure.getMessage(), failure.getCause());
    }
}
