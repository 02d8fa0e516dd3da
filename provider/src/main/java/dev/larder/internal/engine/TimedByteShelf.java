package dev.larder.internal.engine;

import dev.larder.spi.ByteKey;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lifetime verbs of a store, between the keys and entries of a byte shelf. */
final class TimedByteShelf<K> implements TimedShelf<K> {
    private final ByteShelf<K, ?> shelf;
    private final LifetimeStore store;

    TimedByteShelf(ByteShelf<K, ?> shelf, LifetimeStore store) {
        this.shelf = shelf;
        this.store = store;
    }

    @Override
    public @Nullable Stored readTouching(K key, long now, long expiry) {
        ByteKey at = shelf.bytes(key);
        return shelf.coded(key, at, store.readTouching(at, now, expiry));
    }

    @Override
    public List<@Nullable Stored> readAllTouching(List<K> keys, long now, long expiry) {
        List<ByteKey> ats = shelf.bytes(keys);
        return shelf.coded(keys, ats, store.readAllTouching(ats, now, expiry));
    }

    @Override
    public void putKeeping(K key, Stored next, long now) {
        store.putKeeping(shelf.bytes(key), ((CodedEntry) next).bytes(), now);
    }

    @Override
    public void putAllKeeping(Map<K, Stored> entries, long now) {
        store.putAllKeeping(shelf.bytes(entries), now);
    }

    @Override
    public @Nullable Stored swapKeeping(K key, Stored next, long now) {
        ByteKey at = shelf.bytes(key);
        return shelf.coded(key, at, store.swapKeeping(at, ((CodedEntry) next).bytes(), now));
    }
}
