package dev.larder.contract.memory;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The memory store with operations that return stamps too. Each is the plain operation followed by the query. */
final class MemoryTagStore implements TagStore {
    private final MemoryByteStore store;
    private final MemoryStamps stamps;

    MemoryTagStore(MemoryByteStore store, MemoryStamps stamps) {
        this.store = store;
        this.stamps = stamps;
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        return new Stamped(store.read(key), stamps.answer(query));
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        return new StampedAll(store.readAll(keys), stamps.answer(query));
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        return new Stamped(store.exchange(key, expected, next), stamps.answer(query));
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        return new StampedAll(store.exchangeAll(exchanges), stamps.answer(query));
    }

    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return new Stamped(store.swap(key, next), stamps.answer(query));
    }

    @Override
    public long[] put(ByteKey key, ByteEntry next, TagQuery query) {
        store.put(key, next);
        return stamps.answer(query);
    }

    @Override
    public long[] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        store.putAll(entries);
        return stamps.answer(query);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return store.read(key);
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return store.exchange(key, expected, next);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return store.swap(key, next);
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        store.put(key, next);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return store.iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return store.abilities();
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return store.mayHoldOwnLifetimes();
    }

    @Override
    public void announceOwnLifetimes() {
        store.announceOwnLifetimes();
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public int maxKeyBytes() {
        return store.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return store.maxEntryBytes();
    }

    @Override
    public boolean wantsRoom() {
        return store.wantsRoom();
    }

    @Override
    public void close() {
        store.close();
    }
}
