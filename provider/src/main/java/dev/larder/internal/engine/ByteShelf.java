package dev.larder.internal.engine;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.UndecodableException;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.NotifyingStore;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shelf over bytes: encodes on the way in, decodes and checks on the way out. */
final class ByteShelf<K, V> implements Shelf<K, V> {
    private final ByteStore store;
    private final Set<Ability> abilities;
    private final Marshaller marshaller;
    private final Notices<K> notices;
    private final @Nullable NotifyingStore notifying;
    private final Unreadables unreadables = new Unreadables();

    ByteShelf(ByteStore store, Marshaller marshaller) {
        this.store = store;
        this.abilities = store.abilities();
        this.marshaller = marshaller;
        this.notices = new Notices<>(marshaller);
        this.notifying =
                abilities.contains(Ability.NOTIFICATIONS) && store instanceof NotifyingStore telling ? telling : null;
    }

    @Override
    public @Nullable Stored read(K key) {
        return coded(key, store.read(marshaller.key(key)));
    }

    @Override
    public List<@Nullable Stored> readAll(List<K> keys) {
        return coded(keys, store.readAll(bytes(keys)));
    }

    @Override
    public Stored prepare(K key, V value, long expiry) {
        return new CodedEntry(marshaller, key, marshaller.encode(key, value, expiry));
    }

    @Override
    public Stored withExpiry(Stored entry, long expiry) {
        CodedEntry coded = (CodedEntry) entry;
        return new CodedEntry(marshaller, coded.key(), marshaller.withExpiry(coded.bytes(), expiry));
    }

    @Override
    public @Nullable Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next) {
        ByteEntry before = record(expected);
        return witness(key, expected, before, store.exchange(marshaller.key(key), before, record(next)));
    }

    @Override
    public @Nullable Stored exchange(Turn<K, V, ?> turn) {
        NotifyingStore telling = notifying;
        if (telling == null) {
            return exchange(turn.key(), turn.found(), turn.next());
        }
        ByteKey at = marshaller.key(turn.key());
        ByteEntry before = record(turn.found());
        byte[] notice = notices.written(News.of(turn), at);
        return witness(turn.key(), turn.found(), before, telling.exchange(at, before, record(turn.next()), notice));
    }

    @Override
    public void listen(Consumer<Supplier<News<K>>> ear) {
        if (notifying != null) {
            notifying.listen(notice -> ear.accept(() -> notices.read(notice)));
        }
    }

    private List<@Nullable ByteEntry> exchanged(
            List<Exchange<ByteKey, ByteEntry>> exchanges, List<Turn<K, V, ?>> turns) {
        NotifyingStore telling = notifying;
        if (telling == null) {
            return store.exchangeAll(exchanges);
        }
        List<byte[]> told = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            told.add(notices.written(News.of(turns.get(i)), exchanges.get(i).key()));
        }
        return telling.exchangeAll(exchanges, told);
    }

    @Override
    public List<@Nullable Stored> exchangeAll(List<Turn<K, V, ?>> turns) {
        List<Exchange<ByteKey, ByteEntry>> exchanges = new ArrayList<>(turns.size());
        for (Turn<K, V, ?> turn : turns) {
            exchanges.add(new Exchange<>(marshaller.key(turn.key()), record(turn.found()), record(turn.next())));
        }
        List<@Nullable Stored> witnesses = new ArrayList<>(turns.size());
        Iterator<Turn<K, V, ?>> each = turns.iterator();
        for (ByteEntry witness : exchanged(exchanges, turns)) {
            Turn<K, V, ?> turn = each.next();
            witnesses.add(witness(turn.key(), turn.found(), record(turn.found()), witness));
        }
        return witnesses;
    }

    // The contract is identity: the engine must get back the very entry that it expected.
    private @Nullable Stored witness(
            K key, @Nullable Stored expected, @Nullable ByteEntry before, @Nullable ByteEntry witness) {
        return witness == before ? expected : coded(key, witness);
    }

    @Override
    public @Nullable Stored swap(K key, @Nullable Stored next) {
        return coded(key, store.swap(marshaller.key(key), record(next)));
    }

    @Override
    public void put(K key, Stored next) {
        store.put(marshaller.key(key), ((CodedEntry) next).bytes());
    }

    @Override
    public void putAll(Map<K, Stored> entries) {
        store.putAll(bytes(entries));
    }

    @Override
    public @Nullable TimedShelf<K> timed() {
        return store instanceof LifetimeStore timed ? new TimedByteShelf<>(this, timed) : null;
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        store.keepExpired(wanted);
    }

    @Override
    public Iterator<Map.Entry<K, Stored>> iterator() {
        return new CodedIterator<>(store.iterator(), marshaller);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    @Override
    public boolean isReadable(Stored entry) {
        try {
            ((CodedEntry) entry).value();
            return true;
        } catch (UndecodableException reason) {
            unreadables.report(reason);
            return false;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the value went in as V
    public V value(Stored entry) {
        return (V) ((CodedEntry) entry).value();
    }

    @Override
    public boolean holds(Stored entry, V value) {
        return ((CodedEntry) entry).value().equals(value);
    }

    @Override
    public long evictions() {
        return store.evictions();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return store.unwrap(type);
    }

    @Override
    public void close() {
        store.close();
    }

    ByteKey bytes(K key) {
        return marshaller.key(key);
    }

    List<ByteKey> bytes(List<K> keys) {
        List<ByteKey> coded = new ArrayList<>(keys.size());
        keys.forEach(key -> coded.add(marshaller.key(key)));
        return coded;
    }

    Map<ByteKey, ByteEntry> bytes(Map<K, Stored> entries) {
        Map<ByteKey, ByteEntry> coded = new HashMap<>();
        entries.forEach((key, entry) -> coded.put(marshaller.key(key), ((CodedEntry) entry).bytes()));
        return coded;
    }

    List<@Nullable Stored> coded(List<K> keys, List<@Nullable ByteEntry> found) {
        List<@Nullable Stored> entries = new ArrayList<>(keys.size());
        Iterator<K> each = keys.iterator();
        for (ByteEntry entry : found) {
            entries.add(coded(each.next(), entry));
        }
        return entries;
    }

    @Nullable
    Stored coded(K key, @Nullable ByteEntry entry) {
        return entry == null ? null : new CodedEntry(marshaller, key, entry);
    }

    private static @Nullable ByteEntry record(@Nullable Stored entry) {
        return entry == null ? null : ((CodedEntry) entry).bytes();
    }
}
