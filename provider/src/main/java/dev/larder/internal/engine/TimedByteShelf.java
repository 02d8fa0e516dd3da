package dev.larder.internal.engine;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.engine.Judge.Met;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lifetime verbs of a store of bytes; the tags of what they find are asked for on their own. */
final class TimedByteShelf<K> implements TimedShelf<K> {
    private final Records<K, ?> records;
    private final Judge judge;
    private final LifetimeStore store;

    TimedByteShelf(Records<K, ?> records, Judge judge, LifetimeStore store) {
        this.records = records;
        this.judge = judge;
        this.store = store;
    }

    // For a call: it is not begun with less stack than it needs.
    private LifetimeStore store() {
        StackHeadroom.require();
        return store;
    }

    @Override
    public @Nullable Stored readTouching(K key, long now, long expiry) {
        ByteKey at = records.at(key);
        return judge.entry(key, at, store().readTouching(at, now, expiry), null);
    }

    @Override
    public List<@Nullable Stored> readAllTouching(List<K> keys, long now, long expiry) {
        List<ByteKey> ats = records.at(keys);
        List<@Nullable ByteEntry> found = store().readAllTouching(ats, now, expiry);
        return judge.entries(Met.each(keys, ats, found), null);
    }

    @Override
    public void putKeeping(K key, Stored next, long now) {
        store().putKeeping(records.at(key), ((CodedEntry) next).bytes(), now);
    }

    @Override
    public void putAllKeeping(Map<K, Stored> entries, long now) {
        store().putAllKeeping(records.bytes(entries), now);
    }

    @Override
    public @Nullable Stored swapKeeping(K key, Stored next, long now) {
        ByteKey at = records.at(key);
        return judge.entry(key, at, store().swapKeeping(at, ((CodedEntry) next).bytes(), now), null);
    }
}
