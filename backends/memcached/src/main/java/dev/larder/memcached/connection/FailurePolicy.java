package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.spi.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a call fails. A failed read is a miss unless the settings say {@code throw}. A failed
 * write throws unless they say {@code drop}.
 */
public final class FailurePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final String cache;
    private final boolean readsThrow;
    private final boolean writesThrow;

    public FailurePolicy(String cache, Settings settings) {
        this.cache = cache;
        this.readsThrow = isAlternative(settings, "on-read-failure", "miss", "throw");
        this.writesThrow = !isAlternative(settings, "on-write-failure", "throw", "drop");
    }

    private static boolean isAlternative(Settings settings, String name, String defaultText, String other) {
        String text = settings.text(name, defaultText);
        if (!text.equals(defaultText) && !text.equals(other)) {
            throw new IllegalArgumentException(
                    "setting '" + name + "' is '" + text + "'; it takes " + defaultText + " (the default) or " + other);
        }
        return text.equals(other);
    }

    /**
     * @param instead the result if the failed read counts as a miss
     */
    public <T> @Nullable T reading(Supplier<@Nullable T> read, @Nullable T instead) {
        return attempt(read, instead, readsThrow);
    }

    /**
     * @param instead the result if the failed write is dropped
     */
    public <T> @Nullable T writing(Supplier<@Nullable T> write, @Nullable T instead) {
        return attempt(write, instead, writesThrow);
    }

    /** {@link #reading(Supplier, Object)} for calls without a result. */
    public void reading(Runnable read) {
        attempt(asSupplier(read), null, readsThrow);
    }

    /** {@link #writing(Supplier, Object)} for calls without a result. */
    public void writing(Runnable write) {
        attempt(asSupplier(write), null, writesThrow);
    }

    private static Supplier<@Nullable Object> asSupplier(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private <T> @Nullable T attempt(Supplier<@Nullable T> work, @Nullable T instead, boolean throwing) {
        try {
            return work.get();
        } catch (MemcachedFailure failure) {
            if (throwing) {
                throw withCacheName(failure);
            }
            LOG.debug("cache '{}': a call failed; the failure is ignored as configured", cache, failure);
            return instead;
        }
    }

    /** The failure, with the cache's name in its message. */
    MemcachedFailure withCacheName(MemcachedFailure failure) {
        return new MemcachedFailure("cache '" + cache + "': " + failure.getMessage(), failure);
    }
}
