package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Entries that have expired and are kept for those who ask for them. They count nothing, touch nothing, load nothing. */
public final class Grace<K, V> {
    private final Engine<K, V> engine;

    public Grace(Engine<K, V> engine) {
        this.engine = engine;
    }

    /** {@code LarderCache.getStale}. */
    public @Nullable Found<V> stale(K key) {
        Stored kept = kept(key);
        return kept == null ? null : new Found<>(engine.shelf.value(kept), kept);
    }

    /** {@code LarderCache.extend}. */
    public boolean extend(K key, V value) {
        for (int losses = 1; ; losses++) {
            Stored kept = kept(key);
            if (kept == null || !engine.shelf.holds(kept, value)) {
                return false;
            }
            Stored next = engine.planner.extended(key, value, kept);
            if (next == null || engine.shelf.exchange(key, kept, next) == kept) {
                return next != null;
            }
            Backoff.afterLoss(losses, engine.cache, key);
        }
    }

    private @Nullable Stored kept(K key) {
        Stored found = engine.shelf.read(key);
        return found != null && engine.liveness.isKeptAt(engine.liveness.now(), found) ? found : null;
    }
}
