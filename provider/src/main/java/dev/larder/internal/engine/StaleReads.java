package dev.larder.internal.engine;

import dev.larder.internal.engine.store.ReadResult;
import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Reads and extends entries that have expired but are kept for their grace. Does not count, touch or load. */
public final class StaleReads<K, V> {
    private final Engine<K, V> engine;

    public StaleReads(Engine<K, V> engine) {
        this.engine = engine;
    }

    /** {@code LarderCache.getStale}. */
    public @Nullable ReadResult<V> read(K key) {
        Stored kept = kept(key);
        return kept == null ? null : new ReadResult<>(engine.storeAdapter.value(kept), kept);
    }

    /** {@code LarderCache.extend}. */
    public boolean extend(K key, V value) {
        for (int losses = 1; ; losses++) {
            Stored kept = kept(key);
            if (kept == null || !engine.storeAdapter.holds(kept, value)) {
                return false;
            }
            Stored next = engine.planner.extended(key, value, kept);
            if (next == null || engine.storeAdapter.exchange(key, kept, next) == kept) {
                return next != null;
            }
            Backoff.afterLoss(losses, engine.cache, key);
        }
    }

    private @Nullable Stored kept(K key) {
        Stored found = engine.storeAdapter.read(key);
        return found != null && engine.liveness.isKeptAt(engine.liveness.now(), found) ? found : null;
    }
}
