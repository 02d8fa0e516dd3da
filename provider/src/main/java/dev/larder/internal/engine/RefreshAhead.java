package dev.larder.internal.engine;

import dev.larder.internal.engine.load.BackgroundTasks;
import dev.larder.internal.engine.load.DistributedLoadLock;
import dev.larder.internal.engine.store.ReadResult;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads that reload an entry in the background shortly before it expires. A key has at most one such reload at a time.
 */
public final class RefreshAhead<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshAhead.class);

    private final Engine<K, V> engine;
    private final ReadOperations<K, V> readOperations;
    private final LoadOperations<K, V> loadOperations;
    private final @Nullable DistributedLoadLock<K> loadLock;
    private final BackgroundTasks backgroundTasks;
    private final long ahead;
    private final Set<K> inFlight = ConcurrentHashMap.newKeySet();

    /**
     * @param ahead how long before its expiry an entry is reloaded
     */
    public RefreshAhead(
            Engine<K, V> engine,
            ReadOperations<K, V> readOperations,
            LoadOperations<K, V> loadOperations,
            BackgroundTasks backgroundTasks,
            Duration ahead) {
        this.engine = engine;
        this.readOperations = readOperations;
        this.loadOperations = loadOperations;
        this.loadLock = readOperations.loadCoalescer().loadLock();
        this.backgroundTasks = backgroundTasks;
        this.ahead = ahead.toMillis();
    }

    /** {@code Cache.get}. */
    public @Nullable V get(K key) {
        ReadResult<V> readResult = readOperations.find(key);
        if (readResult == null) {
            return null;
        }
        Stored entry = readResult.entry();
        if (entry != null && isAboutToExpire(entry) && inFlight.add(key)) {
            start(key);
        }
        return readResult.value();
    }

    private void start(K key) {
        boolean started = false;
        try {
            backgroundTasks.start(() -> refresh(key), refused -> refused(key, refused));
            started = true;
        } finally {
            if (!started) {
                inFlight.remove(key);
            }
        }
    }

    private void refused(K key, RejectedExecutionException refused) {
        inFlight.remove(key);
        LOG.debug(
                "cache '{}': the executor rejected a refresh ahead of expiry; the next read tries again",
                engine.cache,
                refused);
    }

    private boolean isAboutToExpire(Stored entry) {
        return entry.expiry() != Stored.ETERNAL && entry.expiry() - engine.liveness.now() <= ahead;
    }

    private void refresh(K key) {
        try {
            if (loadLock == null) {
                loadOperations.refresh(key);
            } else {
                loadLock.loadIfFree(key, () -> refreshIfDue(key));
            }
        } catch (Exception | Error failure) {
            LOG.warn(
                    "cache '{}': a refresh ahead of expiry failed; the entry stays until it expires",
                    engine.cache,
                    failure);
        } finally {
            inFlight.remove(key);
        }
    }

    // Another JVM may have reloaded it between the read and taking the load lock.
    private void refreshIfDue(K key) {
        Stored found = engine.storeAdapter.read(key);
        if (found == null || isAboutToExpire(found)) {
            loadOperations.refresh(key);
        }
    }
}
