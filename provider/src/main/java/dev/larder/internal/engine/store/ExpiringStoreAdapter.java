package dev.larder.internal.engine.store;

import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store adapter over a {@link dev.larder.spi.LifetimeStore}. Its methods save a round trip where a lifetime depends
 * on the entry in the store.
 */
public interface ExpiringStoreAdapter<K> {

    /** See {@link dev.larder.spi.LifetimeStore#readTouching}. */
    @Nullable
    Stored readTouching(K key, long now, long expiry);

    /** See {@link dev.larder.spi.LifetimeStore#readAllTouching}. */
    List<@Nullable Stored> readAllTouching(List<K> keys, long now, long expiry);

    /** See {@link dev.larder.spi.LifetimeStore#putKeeping}. */
    void putKeeping(K key, Stored next, long now);

    /** See {@link dev.larder.spi.LifetimeStore#putAllKeeping}. */
    void putAllKeeping(Map<K, Stored> entries, long now);

    /** See {@link dev.larder.spi.LifetimeStore#swapKeeping}. */
    @Nullable
    Stored swapKeeping(K key, Stored next, long now);
}
