package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.ReadOptions.Touch;
import dev.larder.spi.Stored;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store methods for operations that do not read first: plain ones, or ones that keep or extend lifetimes in the
 * same round trip.
 */
final class ReadFreeAccess<K> {
    private final StoreAdapter<K, ?> storeAdapter;
    private final Liveness liveness;
    private final ExpiryCalculator expiryCalculator;
    private final boolean touches;

    /**
     * @param touches whether a read extends the lifetime
     */
    ReadFreeAccess(
            StoreAdapter<K, ?> storeAdapter, ExpiryCalculator expiryCalculator, Liveness liveness, boolean touches) {
        this.storeAdapter = storeAdapter;
        this.liveness = liveness;
        this.expiryCalculator = expiryCalculator;
        this.touches = touches;
    }

    @Nullable
    Stored read(K key) {
        return touches ? storeAdapter.read(key, touching()) : storeAdapter.read(key);
    }

    List<@Nullable Stored> readAll(List<K> keys) {
        return storeAdapter.readAll(keys, touches ? touching() : ReadOptions.PLAIN);
    }

    private ReadOptions touching() {
        long now = liveness.now();
        return ReadOptions.of(null, new Touch(now, expiryCalculator.ofAnyAccess(now)));
    }

    /**
     * Puts an entry.
     *
     * @param keeping whether it takes over the lifetime of the entry it replaces; only if the store supports that
     */
    void put(K key, Stored next, boolean keeping) {
        storeAdapter.put(key, next, keepExpiry(keeping));
    }

    /** {@link #put} for each entry, in no particular order. */
    void putAll(Map<K, Stored> entries, boolean keeping) {
        storeAdapter.putAll(entries, keepExpiry(keeping));
    }

    /** {@link #put}, or a removal if {@code next} is null. Returns what was there. */
    @Nullable
    Stored swap(K key, @Nullable Stored next, boolean keeping) {
        return storeAdapter.swap(key, next, keepExpiry(keeping && next != null));
    }

    private @Nullable KeepExpiry keepExpiry(boolean keeping) {
        return keeping ? new KeepExpiry(liveness.now()) : null;
    }
}
