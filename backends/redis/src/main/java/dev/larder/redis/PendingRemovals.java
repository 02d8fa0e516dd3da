package dev.larder.redis;

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
 * Keys of writes that were dropped. What lies at them on the server, if anything, is older than what the
 * application believes, so it is removed before the key is used again; until that succeeds, nothing is
 * there for this JVM. If there come to be too many, the whole cache is owed.
 */
final class PendingRemovals {
    private static final Logger LOG = LoggerFactory.getLogger(PendingRemovals.class);
    private static final int MOST = 10_000;

    private final LifetimeStore store;
    private final Executor executor;
    private final ConcurrentMap<ByteKey, Object> keys = new ConcurrentHashMap<>();
    private final AtomicInteger wholes = new AtomicInteger();
    private final AtomicBoolean settling = new AtomicBoolean();

    PendingRemovals(LifetimeStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    void add(ByteKey key) {
        if (keys.size() < MOST) {
            keys.put(key, new Object());
        } else {
            addAll();
        }
    }

    /** The whole cache. */
    void addAll() {
        wholes.incrementAndGet();
    }

    /**
     * Settles what is owed for some keys; the rest, once the server answers, in the background.
     *
     * @throws RedisFailure if the server does not answer: then they are as good as absent
     */
    void settle(Collection<ByteKey> wanted) {
        settleWhole();
        if (!keys.isEmpty()) {
            wanted.forEach(this::settle);
            settleInBackground();
        }
    }

    /** Settles all. */
    void settleAll() {
        settleWhole();
        keys.keySet().forEach(this::settle);
    }

    // What is added meanwhile is still owed afterwards.
    private void settleWhole() {
        int owed = wholes.get();
        if (owed > 0) {
            Map<ByteKey, Object> covered = Map.copyOf(keys);
            store.clear();
            covered.forEach(keys::remove);
            wholes.updateAndGet(now -> Math.max(0, now - owed));
        }
    }

    private void settle(ByteKey key) {
        Object debt = keys.get(key);
        if (debt != null) {
            store.swap(key, null);
            keys.remove(key, debt);
        }
    }

    private void settleInBackground() {
        if (settling.compareAndSet(false, true)) {
            try {
                executor.execute(this::tryToSettle);
            } catch (RejectedExecutionException closing) {
                settling.set(false);
            } catch (Error noThread) {
                settling.set(false);
                throw noThread;
            }
        }
    }

    private void tryToSettle() {
        try {
            settleAll();
        } catch (RedisFailure away) {
            LOG.debug("what was dropped is still owed", away);
        } finally {
            settling.set(false);
        }
    }
}
