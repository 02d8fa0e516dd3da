package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.store.ExpiringStoreAdapter;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.Stored;
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
    private final @Nullable ExpiringStoreAdapter<K> timed;
    private final @Nullable ExpiringStoreAdapter<K> touching;

    private ReadFreeAccess(
            StoreAdapter<K, ?> storeAdapter,
            Liveness liveness,
            ExpiryCalculator expiryCalculator,
            @Nullable ExpiringStoreAdapter<K> timed,
            @Nullable ExpiringStoreAdapter<K> touching) {
        this.storeAdapter = storeAdapter;
        this.liveness = liveness;
        this.expiryCalculator = expiryCalculator;
        this.timed = timed;
        this.touching = touching;
    }

    static <K> ReadFreeAccess<K> of(
            StoreAdapter<K, ?> storeAdapter,
            ExpiryCalculator expiryCalculator,
            Liveness liveness,
            Shortcuts shortcuts) {
        ExpiringStoreAdapter<K> timed = shortcuts.timed() ? storeAdapter.expiringAdapter() : null;
        return new ReadFreeAccess<>(storeAdapter, liveness, expiryCalculator, timed, shortcuts.touch() ? timed : null);
    }

    @Nullable
    Stored read(K key) {
        if (touching == null) {
            return storeAdapter.read(key);
        }
        long now = liveness.now();
        return touching.readTouching(key, now, expiryCalculator.ofAnyAccess(now));
    }

    List<@Nullable Stored> readAll(List<K> keys) {
        if (touching == null) {
            return storeAdapter.readAll(keys);
        }
        long now = liveness.now();
        return touching.readAllTouching(keys, now, expiryCalculator.ofAnyAccess(now));
    }

    /**
     * Puts an entry.
     *
     * @param keepLifetime whether it takes over the lifetime of the entry it replaces; only if the store supports that
     */
    void put(K key, Stored next, boolean keepLifetime) {
        if (keepLifetime && timed != null) {
            timed.putKeeping(key, next, liveness.now());
        } else {
            storeAdapter.put(key, next);
        }
    }

    /** {@link #put} for each entry, in no particular order. */
    void putAll(Map<K, Stored> entries, boolean keepLifetime) {
        if (keepLifetime && timed != null) {
            timed.putAllKeeping(entries, liveness.now());
        } else {
            storeAdapter.putAll(entries);
        }
    }

    /** {@link #put}, or a removal if {@code next} is null. Returns what was there. */
    @Nullable
    Stored swap(K key, @Nullable Stored next, boolean keepLifetime) {
        return keepLifetime && timed != null && next != null
                ? timed.swapKeeping(key, next, liveness.now())
                : storeAdapter.swap(key, next);
    }
}
