package dev.larder.internal.engine;

import dev.larder.spi.Ability;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, in the background, entries that have expired or are tag-dead and that no operation reads. */
public final class ExpirySweeper<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweeper.class);

    private final Engine<K, V> engine;
    private final Executor executor;
    private final Duration pause;
    private final boolean expires;
    private volatile boolean stopped;
    private volatile @Nullable CompletableFuture<Void> timer;

    /**
     * @param pause from the end of one sweep to the beginning of the next
     */
    public ExpirySweeper(Engine<K, V> engine, Executor executor, Duration pause) {
        this.engine = engine;
        this.executor = executor;
        this.pause = pause;
        this.expires = !engine.expiryCalculator.areEternal();
    }

    /** Schedules the sweeps. Each runs only if it is needed. */
    public void start() {
        CompletableFuture<Void> due = dueAfterPause();
        due.thenRun(this::submit);
        timer = due;
        if (stopped) {
            stop();
        }
    }

    // The JDK's timer thread inherits the context class loader of the thread that first needs it, and never releases
    // it.
    private CompletableFuture<Void> dueAfterPause() {
        Thread caller = Thread.currentThread();
        ClassLoader loader = caller.getContextClassLoader();
        caller.setContextClassLoader(null);
        try {
            return new CompletableFuture<Void>().completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            caller.setContextClassLoader(loader);
        }
    }

    /** Stops sweeping. The timer releases its reference to the cache at once. */
    public void stop() {
        stopped = true;
        CompletableFuture<Void> due = timer;
        if (due != null) {
            due.cancel(false);
        }
    }

    private void submit() {
        try {
            executor.execute(this::sweepAndScheduleNext);
        } catch (Exception | Error rejected) {
            LOG.debug(
                    "cache '{}': the executor rejected a sweep for dead entries; the next one is tried later",
                    engine.cache,
                    rejected);
            scheduleNext();
        }
    }

    private void sweepAndScheduleNext() {
        try {
            if (!stopped && isNeeded()) {
                sweep();
            }
        } catch (Exception | Error failure) {
            LOG.warn("cache '{}': a sweep for dead entries failed", engine.cache, failure);
        } finally {
            scheduleNext();
        }
    }

    private void scheduleNext() {
        if (!stopped) {
            start();
        }
    }

    /**
     * Whether a sweep is needed: for expired entries, to free memory or to notify a listener, and for entries whose
     * tags were invalidated since the last call, to free memory. The entries of a server are not scanned to free
     * memory; the server drops what is not read.
     */
    boolean isNeeded() {
        boolean frees = !engine.storeAdapter.can(Ability.NATIVE_EXPIRY);
        boolean tagDead = frees && engine.entryTagging.invalidatedSinceLastCall();
        boolean hasListener = engine.listeners.anyAccepts(EventType.EXPIRED);
        return tagDead
                || expires && (frees || hasListener)
                || frees && engine.storeAdapter.mayHoldOwnLifetimes()
                || hasListener && engine.planner.hasGivenOwnLifetimes();
    }

    /** One sweep over all entries. */
    void sweep() {
        Iterator<Map.Entry<K, Stored>> entries = engine.storeAdapter.iterator();
        while (!stopped && entries.hasNext()) {
            Map.Entry<K, Stored> entry = entries.next();
            sweep(entry.getKey(), entry.getValue());
        }
    }

    // A listener that fails on one entry must not end the sweep.
    private void sweep(K key, Stored entry) {
        try {
            engine.sweep(key, entry);
        } catch (CacheEntryListenerException failure) {
            LOG.warn("cache '{}': a listener failed on an expired entry", engine.cache, failure);
        }
    }
}
