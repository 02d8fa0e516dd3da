package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads that have an entry loaded anew in the background when it is about to expire; each key once at a time. */
public final class RefreshAhead<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshAhead.class);

    private final Engine<K, V> engine;
    private final Lookups<K, V> lookups;
    private final Loads<K, V> loads;
    private final @Nullable FarFlights<K> far;
    private final Background background;
    private final long ahead;
    private final Set<K> underway = ConcurrentHashMap.newKeySet();

    /**
     * @param ahead how long before its expiry an entry is loaded anew
     */
    public RefreshAhead(
            Engine<K, V> engine, Lookups<K, V> lookups, Loads<K, V> loads, Background background, Duration ahead) {
        this.engine = engine;
        this.lookups = lookups;
        this.loads = loads;
        this.far = lookups.loads().far();
        this.background = background;
        this.ahead = ahead.toMillis();
    }

    /** {@code Cache.get}. */
    public @Nullable V get(K key) {
        Found<V> found = lookups.find(key);
        if (found == null) {
            return null;
        }
        Stored entry = found.entry();
        if (entry != null && isAboutToExpire(entry) && underway.add(key)) {
            start(key);
        }
        return found.value();
    }

    private void start(K key) {
        boolean started = false;
        try {
            background.start(() -> refresh(key), refused -> refused(key, refused));
            started = true;
        } finally {
            if (!started) {
                underway.remove(key);
            }
        }
    }

    private void refused(K key, RejectedExecutionException refused) {
        underway.remove(key);
        LOG.debug("cache '{}': no refreshing ahead of expiry now; the next read asks again", engine.cache, refused);
    }

    private boolean isAboutToExpire(Stored entry) {
        return entry.expiry() != Stored.ETERNAL && entry.expiry() - engine.liveness.now() <= ahead;
    }

    private void refresh(K key) {
        try {
            if (far == null) {
                loads.refresh(key);
            } else {
                far.leadIfFree(key, () -> refreshIfDue(key));
            }
        } catch (RuntimeException | Error failure) {
            LOG.warn(
                    "cache '{}': refreshing ahead of expiry failed; the entry lives to its end", engine.cache, failure);
        } finally {
            underway.remove(key);
        }
    }

    // Another JVM may have done it between the look that brought us here and the lease.
    private void refreshIfDue(K key) {
        Stored found = engine.shelf.read(key);
        if (found == null || isAboutToExpire(found)) {
            loads.refresh(key);
        }
    }
}
