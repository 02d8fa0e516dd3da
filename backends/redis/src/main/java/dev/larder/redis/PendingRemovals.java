package dev.larder.redis;

import dev.larder.redis.command.RedisFailure;
import dev.larder.spi.ByteKey;
import dev.larder.spi.LifetimeStore;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of dropped writes, also called owed writes. The server may still hold an older entry at such a key.
 * That entry is removed before the key is used again; until the removal succeeds, reads of the key miss in this
 * JVM.
 *
 * <p>With 10,000 keys recorded, the next dropped write makes the whole cache pending.
 */
final class PendingRemovals {
    private static final Logger LOG = LoggerFactory.getLogger(PendingRemovals.class);
    private static final int MAX_KEYS = 10_000;

    private final LifetimeStore store;
    private final Executor executor;
    private final ConcurrentMap<ByteKey, Object> keys = new ConcurrentHashMap<>();
    private final AtomicInteger pendingClears = new AtomicInteger();
    private final AtomicBoolean removing = new AtomicBoolean();

    PendingRemovals(LifetimeStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    void add(ByteKey key) {
        if (keys.size() < MAX_KEYS) {
            keys.put(key, new Object());
        } else {
            addAll();
        }
    }

    /** Records a pending removal of the whole cache. */
    void addAll() {
        pendingClears.incrementAndGet();
    }

    /**
     * Removes the pending entries of some keys now. The others are removed in the background.
     *
     * @throws RedisFailure if the server does not answer; the caller then treats the keys as absent
     */
    void removePending(Collection<ByteKey> wanted) {
        clearIfPending();
        if (!keys.isEmpty()) {
            wanted.forEach(this::removePending);
            removeInBackground();
        }
    }

    /** Removes all pending entries. */
    void removeAllPending() {
        clearIfPending();
        keys.keySet().forEach(this::removePending);
    }

    // Keys added while the clear runs stay pending.
    private void clearIfPending() {
        int owed = pendingClears.get();
        if (owed > 0) {
            Map<ByteKey, Object> covered = Map.copyOf(keys);
            store.clear();
            covered.forEach(keys::remove);
            pendingClears.updateAndGet(now -> Math.max(0, now - owed));
        }
    }

    private void removePending(ByteKey key) {
        Object debt = keys.get(key);
        if (debt != null) {
            store.swap(key, null);
            keys.remove(key, debt);
        }
    }

    private void removeInBackground() {
        if (removing.compareAndSet(false, true)) {
            try {
                executor.execute(this::tryToRemoveAll);
            } catch (RejectedExecutionException closing) {
                removing.set(false);
            } catch (Error noThread) {
                removing.set(false);
                throw noThread;
            }
        }
    }

    private void tryToRemoveAll() {
        try {
            removeAllPending();
        } catch (RedisFailure away) {
            LOG.debug("what was dropped is still owed", away);
        } finally {
            removing.set(false);
        }
    }
}
