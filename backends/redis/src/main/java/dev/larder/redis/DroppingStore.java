package dev.larder.redis;

import dev.larder.redis.command.RedisFailure;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.NotifyingStore;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decorator that drops failed writes. The entry that a dropped write would have replaced is not returned again. */
final class DroppingStore implements LifetimeStore, NotifyingStore, TagStore {
    private static final Logger LOG = LoggerFactory.getLogger(DroppingStore.class);

    private final RedisStore store;
    private final PendingRemovals pendingRemovals;

    DroppingStore(RedisStore store, Executor executor) {
        this.store = store;
        this.pendingRemovals = new PendingRemovals(store, executor);
    }

    private <T> @Nullable T readAfterRemovals(Collection<ByteKey> keys, Supplier<@Nullable T> read, @Nullable T miss) {
        try {
            pendingRemovals.removePending(keys);
        } catch (RedisFailure away) {
            LOG.debug("what was dropped is still owed, so a read misses", away);
            return miss;
        }
        return read.get();
    }

    private <T> @Nullable T writeOrDrop(Collection<ByteKey> keys, Supplier<@Nullable T> write, @Nullable T dropped) {
        try {
            pendingRemovals.removePending(keys);
            return write.get();
        } catch (RedisFailure failure) {
            LOG.debug("a write failed and is dropped", failure);
            keys.forEach(pendingRemovals::add);
            return dropped;
        }
    }

    private void writeOrDrop(Collection<ByteKey> keys, Runnable write) {
        writeOrDrop(
                keys,
                () -> {
                    write.run();
                    return null;
                },
                null);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return readAfterRemovals(List.of(key), () -> store.read(key), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        return orMisses(readAfterRemovals(keys, () -> store.readAll(keys), null), keys);
    }

    @Override
    public @Nullable ByteEntry readTouching(ByteKey key, long now, long expiry) {
        return readAfterRemovals(List.of(key), () -> store.readTouching(key, now, expiry), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAllTouching(List<ByteKey> keys, long now, long expiry) {
        return orMisses(readAfterRemovals(keys, () -> store.readAllTouching(keys, now, expiry), null), keys);
    }

    private static List<@Nullable ByteEntry> orMisses(@Nullable List<@Nullable ByteEntry> found, List<ByteKey> keys) {
        return found == null ? Collections.nCopies(keys.size(), null) : found;
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return writeOrDrop(List.of(key), () -> store.exchange(key, expected, next), expected);
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        List<ByteKey> keys = exchanges.stream().map(Exchange::key).toList();
        return witnesses(exchanges, writeOrDrop(keys, () -> store.exchangeAll(exchanges), null));
    }

    private static List<@Nullable ByteEntry> witnesses(
            List<Exchange<ByteKey, ByteEntry>> exchanges, @Nullable List<@Nullable ByteEntry> found) {
        List<@Nullable ByteEntry> witnesses = found;
        if (witnesses == null) {
            witnesses = new ArrayList<>(exchanges.size());
            for (Exchange<ByteKey, ByteEntry> each : exchanges) {
                witnesses.add(each.expected());
            }
        }
        return witnesses;
    }

    @Override
    public @Nullable ByteEntry exchange(
            ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice) {
        return writeOrDrop(List.of(key), () -> store.exchange(key, expected, next, notice), expected);
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices) {
        List<ByteKey> keys = exchanges.stream().map(Exchange::key).toList();
        return witnesses(exchanges, writeOrDrop(keys, () -> store.exchangeAll(exchanges, notices), null));
    }

    @Override
    public void listen(Consumer<byte[]> ear) {
        store.listen(ear);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return writeOrDrop(List.of(key), () -> store.swap(key, next), null);
    }

    @Override
    public @Nullable ByteEntry swapKeeping(ByteKey key, ByteEntry next, long now) {
        return writeOrDrop(List.of(key), () -> store.swapKeeping(key, next, now), null);
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        writeOrDrop(List.of(key), () -> store.put(key, next));
    }

    @Override
    public void putKeeping(ByteKey key, ByteEntry next, long now) {
        writeOrDrop(List.of(key), () -> store.putKeeping(key, next, now));
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        writeOrDrop(entries.keySet(), () -> store.putAll(entries));
    }

    @Override
    public void putAllKeeping(Map<ByteKey, ByteEntry> entries, long now) {
        writeOrDrop(entries.keySet(), () -> store.putAllKeeping(entries, now));
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        return orDropped(readAfterRemovals(List.of(key), () -> store.read(key, query), null), null);
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        StampedAll found = readAfterRemovals(keys, () -> store.readAll(keys, query), null);
        return found == null ? new StampedAll(Collections.nCopies(keys.size(), null), null) : found;
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        return orDropped(writeOrDrop(List.of(key), () -> store.exchange(key, expected, next, query), null), expected);
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        List<ByteKey> keys = exchanges.stream().map(Exchange::key).toList();
        StampedAll found = writeOrDrop(keys, () -> store.exchangeAll(exchanges, query), null);
        return found == null ? new StampedAll(witnesses(exchanges, null), null) : found;
    }

    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return orDropped(writeOrDrop(List.of(key), () -> store.swap(key, next, query), null), null);
    }

    @Override
    public long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query) {
        return writeOrDrop(List.of(key), () -> store.put(key, next, query), null);
    }

    @Override
    public long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        return writeOrDrop(entries.keySet(), () -> store.putAll(entries, query), null);
    }

    private static Stamped orDropped(@Nullable Stamped found, @Nullable ByteEntry dropped) {
        return found == null ? new Stamped(dropped, null) : found;
    }

    @Override
    public void clear() {
        clearOrRecord(store::clear);
    }

    @Override
    public void destroy() {
        clearOrRecord(store::destroy);
    }

    private void clearOrRecord(Runnable clearing) {
        try {
            clearing.run();
        } catch (RedisFailure failure) {
            LOG.debug("a clear failed and is made up for as soon as may be", failure);
            pendingRemovals.addAll();
        }
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        pendingRemovals.removeAllPending();
        return store.iterator();
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        store.keepExpired(wanted);
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
        try {
            store.announceOwnLifetimes();
        } catch (RedisFailure away) {
            LOG.debug("that entries have lifetimes of their own is said with the next of them", away);
        }
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
    public <T> @Nullable T unwrap(Class<T> type) {
        return store.unwrap(type);
    }

    @Override
    public void close() {
        store.close();
    }
}
