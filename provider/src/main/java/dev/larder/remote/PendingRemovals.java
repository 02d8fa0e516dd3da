package dev.larder.remote;

import dev.larder.StoreUnavailableException;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
 * The keys of dropped writes. The server may still hold an older entry at such a key.
 * That entry is removed before the key is used again; until the removal succeeds, reads of the key miss in this
 * JVM.
 *
 * <p>Beyond 10,000 keys, a dropped write makes the whole cache pending.
 */
final class PendingRemovals {
    private static final Logger LOG = LoggerFactory.getLogger(PendingRemovals.class);
    private static final int MAX_KEYS = 10_000;

    private final ByteStore store;
    private final String cache;
    private final Executor executor;
    private final ConcurrentMap<ByteKey, Object> keys = new ConcurrentHashMap<>();
    private final AtomicInteger pendingClears = new AtomicInteger();
    private final AtomicBoolean removing = new AtomicBoolean();

    PendingRemovals(ByteStore store, String cache, Executor executor) {
        this.store = store;
        this.cache = cache;
        this.executor = executor;
    }

    /** Records the keys of dropped writes. */
    void add(Collection<ByteKey> dropped) {
        if (keys.size() + dropped.size() <= MAX_KEYS) {
            dropped.forEach(key -> keys.put(key, new Object()));
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
     * @throws StoreUnavailableException if the server does not answer; the caller then treats the keys as absent
     */
    void removePending(Collection<ByteKey> wanted) {
        clearIfPending();
        if (!keys.isEmpty()) {
            remove(wanted);
            removeInBackground();
        }
    }

    /** Removes all pending entries. */
    void removeAllPending() {
        clearIfPending();
        remove(List.copyOf(keys.keySet()));
    }

    // Keys added while the clear runs stay pending.
    private void clearIfPending() {
        int pending = pendingClears.get();
        if (pending > 0) {
            Map<ByteKey, Object> covered = Map.copyOf(keys);
            store.clear();
            covered.forEach(keys::remove);
            pendingClears.updateAndGet(now -> Math.max(0, now - pending));
        }
    }

    // A key that is added again meanwhile has another mark, and stays.
    private void remove(Collection<ByteKey> wanted) {
        Map<ByteKey, Object> marks = new HashMap<>();
        List<Write> removals = new ArrayList<>();
        for (ByteKey key : wanted) {
            Object mark = keys.get(key);
            if (mark != null && marks.put(key, mark) == null) {
                removals.add(new Write(key, null));
            }
        }
        if (!removals.isEmpty()) {
            store.write(removals, WriteOptions.PUT);
            marks.forEach(keys::remove);
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
        } catch (StoreUnavailableException away) {
            LOG.debug("cache '{}': dropped writes are still to be removed", cache, away);
        } finally {
            removing.set(false);
        }
    }
}
