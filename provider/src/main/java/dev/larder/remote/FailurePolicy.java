package dev.larder.remote;

import dev.larder.StoreUnavailableException;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Settings;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a call fails, by the settings {@code on-read-failure} and {@code on-write-failure}. A failed
 * read is a miss unless the settings say {@code throw}. A failed write throws an exception that names the cache, unless
 * they say {@code drop}.
 */
public final class FailurePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final String cache;
    private final boolean readsThrow;
    private final boolean dropsWrites;

    private FailurePolicy(String cache, boolean readsThrow, boolean dropsWrites) {
        this.cache = cache;
        this.readsThrow = readsThrow;
        this.dropsWrites = dropsWrites;
    }

    /**
     * The policy of one cache.
     *
     * @throws IllegalArgumentException if a setting has a value that it does not take
     */
    public static FailurePolicy of(String cache, Settings settings) {
        return new FailurePolicy(
                cache,
                choice(settings, "on-read-failure", "miss", "throw").equals("throw"),
                choice(settings, "on-write-failure", "throw", "drop").equals("drop"));
    }

    private static String choice(Settings settings, String name, String preset, String other) {
        String text = settings.text(name, preset);
        if (text.equals(preset) || text.equals(other)) {
            return text;
        }
        throw settings.invalid(name, preset + " (the default) or " + other);
    }

    /** The store itself, or one that drops failed writes if the settings say so. */
    public ByteStore decorate(ByteStore store, Executor executor) {
        return dropsWrites ? new DroppingStore(store, cache, executor) : store;
    }

    /** Whether a bulk read may return a part of the entries when some servers failed. */
    public boolean readsAreLenient() {
        return !readsThrow;
    }

    /** Runs a read. Returns {@code miss} if it fails and the settings do not say {@code throw}. */
    public <T> @Nullable T reading(Supplier<@Nullable T> read, @Nullable T miss) {
        try {
            return read.get();
        } catch (StoreUnavailableException failure) {
            if (readsThrow) {
                throw withCacheName(failure);
            }
            LOG.debug("cache '{}': a read failed and is a miss", cache, failure);
            return miss;
        }
    }

    /** Runs a read with options: a failed read for an update is a failed write. */
    public <T> @Nullable T reading(ReadOptions options, Supplier<@Nullable T> read, @Nullable T miss) {
        return options.forUpdate() ? writing(read) : reading(read, miss);
    }

    /** {@link #reading(ReadOptions, Supplier, Object)} for calls without a result. */
    public void reading(ReadOptions options, Runnable read) {
        reading(options, asSupplier(read), null);
    }

    /** Runs a write, and adds the cache's name to the message if it fails. */
    public <T> @Nullable T writing(Supplier<@Nullable T> write) {
        try {
            return write.get();
        } catch (StoreUnavailableException failure) {
            throw withCacheName(failure);
        }
    }

    /** {@link #writing(Supplier)} for calls without a result. */
    public void writing(Runnable write) {
        writing(asSupplier(write));
    }

    private static Supplier<@Nullable Object> asSupplier(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private StoreUnavailableException withCacheName(StoreUnavailableException failure) {
        return new StoreUnavailableException("cache '" + cache + "': " + failure.getMessage(), failure);
    }
}
