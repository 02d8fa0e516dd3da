package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.operation.WriteOptions;
import dev.larder.internal.engine.store.TagValidator.FetchedRecord;
import dev.larder.internal.engine.store.TaggedAccess.RecordsWithSnapshot;
import dev.larder.internal.engine.store.TaggedAccess.StampedRecord;
import dev.larder.internal.engine.store.TaggedAccess.StampedRecords;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.Stored;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store adapter over a byte store. A {@link RecordMapper} encodes and decodes the records; a {@link TagValidator}
 * checks their tags. For entries that have tags, or probably have, it uses {@link TaggedAccess} if the store supports
 * it.
 */
public final class ByteStoreAdapter<K, V> implements StoreAdapter<K, V> {
    /** Entries of an iteration whose stamps are read together. */
    private static final int AHEAD = 100;

    /** Records larger than this, in bytes, are not sent on the assumption that there is no entry. */
    private static final int LARGE = 4096;

    private final ByteStore store;
    private final CallGuard callGuard;
    private final Set<Ability> abilities;
    private final Marshaller marshaller;
    private final RecordMapper<K, V> recordMapper;
    private final @Nullable ChangePublisher<K, V> changePublisher;
    private final TagValidator tagValidator;
    // A store that publishes change events cannot take a tag query in the same call. Stamps then need a call of their
    // own.
    private final @Nullable TaggedAccess taggedAccess;

    /**
     * @param tags null if the store does not support tags
     */
    public ByteStoreAdapter(ByteStore store, Marshaller marshaller, @Nullable SharedTags tags) {
        this.store = store;
        this.abilities = store.abilities();
        this.marshaller = marshaller;
        this.callGuard = new CallGuard(marshaller.cache());
        this.recordMapper = new RecordMapper<>(marshaller);
        this.changePublisher = ChangePublisher.of(store, callGuard, marshaller);
        this.tagValidator = new TagValidator(marshaller, tags);
        this.taggedAccess = tags != null && changePublisher == null && store instanceof TagStore carrier
                ? new TaggedAccess(carrier, callGuard, marshaller, tags, tagValidator.hints())
                : null;
    }

    private ByteStore store() {
        callGuard.check();
        return store;
    }

    @Override
    public @Nullable Stored read(K key) {
        ByteKey at = recordMapper.at(key);
        TagQuery query = query(at, null);
        if (taggedAccess == null || query == null) {
            return tagValidator.entry(key, at, store().read(at), null);
        }
        StampedRecord stampedRecord = taggedAccess.read(at, query);
        return tagValidator.entry(key, at, stampedRecord.found(), stampedRecord.observedStamps());
    }

    @Override
    public List<@Nullable Stored> readAll(List<K> keys) {
        List<ByteKey> ats = recordMapper.at(keys);
        TagQuery query = taggedAccess == null ? null : taggedAccess.query(ats, List.of());
        if (taggedAccess == null || query == null) {
            return tagValidator.entries(FetchedRecord.each(keys, ats, store().readAll(ats)), null);
        }
        StampedRecords seen = taggedAccess.readAll(ats, query);
        return tagValidator.entries(FetchedRecord.each(keys, ats, seen.found()), seen.observedStamps());
    }

    @Override
    public TagSnapshotRead readWithTagSnapshot(List<K> keys) {
        if (taggedAccess == null) {
            return new TagSnapshotRead(readAll(keys), null);
        }
        List<ByteKey> ats = recordMapper.at(keys);
        RecordsWithSnapshot read = taggedAccess.readWithTagSnapshot(ats);
        StampedRecords seen = read.seen();
        return new TagSnapshotRead(
                tagValidator.entries(FetchedRecord.each(keys, ats, seen.found()), seen.observedStamps()),
                read.tagSnapshot());
    }

    @Override
    public Stored prepare(K key, V value, long expiry) {
        return recordMapper.entry(key, value, expiry);
    }

    @Override
    public Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, WriteOptions writeOptions) {
        return recordMapper.entry(key, value, expiry, stamps, writeOptions);
    }

    @Override
    public Stored withExpiry(Stored entry, long expiry) {
        return recordMapper.withExpiry(entry, expiry);
    }

    @Override
    public @Nullable Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next) {
        ByteKey at = recordMapper.at(key);
        ByteEntry before = RecordMapper.bytes(expected);
        TagQuery query = query(at, next);
        if (taggedAccess == null || query == null) {
            return witness(key, at, expected, before, store().exchange(at, before, RecordMapper.bytes(next)), null);
        }
        StampedRecord stampedRecord = taggedAccess.exchange(at, before, (EncodedEntry) next, query);
        return witness(key, at, expected, before, stampedRecord.found(), stampedRecord.observedStamps());
    }

    @Override
    public @Nullable Stored exchange(Transition<K, V, ?> transition) {
        if (changePublisher == null) {
            return exchange(transition.key(), transition.found(), transition.next());
        }
        ByteKey at = recordMapper.at(transition.key());
        ByteEntry witness = changePublisher.exchange(at, transition);
        return witness(transition.key(), at, transition.found(), RecordMapper.bytes(transition.found()), witness, null);
    }

    @Override
    public @Nullable Stored create(Transition<K, V, ?> transition) {
        ByteEntry next = RecordMapper.bytes(transition.next());
        Stored found = next != null && next.bytes().length > LARGE ? read(transition.key()) : null;
        return found == null ? exchange(transition) : found;
    }

    @Override
    public void listen(Consumer<Supplier<ChangeEvent<K>>> ear) {
        if (changePublisher != null) {
            changePublisher.listen(ear);
        }
    }

    @Override
    public List<@Nullable Stored> exchangeAll(List<Transition<K, V, ?>> turns) {
        List<Exchange<ByteKey, ByteEntry>> exchanges = new ArrayList<>(turns.size());
        List<ByteKey> ats = new ArrayList<>(turns.size());
        List<@Nullable EncodedEntry> next = new ArrayList<>(turns.size());
        for (Transition<K, V, ?> transition : turns) {
            ByteKey at = recordMapper.at(transition.key());
            ats.add(at);
            next.add((EncodedEntry) transition.next());
            exchanges.add(
                    new Exchange<>(at, RecordMapper.bytes(transition.found()), RecordMapper.bytes(transition.next())));
        }
        TagQuery query = taggedAccess == null ? null : taggedAccess.query(ats, TaggedAccess.taggedOf(next));
        if (taggedAccess == null || query == null) {
            List<@Nullable ByteEntry> witnesses = changePublisher == null
                    ? store().exchangeAll(exchanges)
                    : changePublisher.exchangeAll(exchanges, turns);
            return witnesses(turns, ats, witnesses, null);
        }
        StampedRecords seen = taggedAccess.exchangeAll(exchanges, next, query);
        return witnesses(turns, ats, seen.found(), seen.observedStamps());
    }

    private List<@Nullable Stored> witnesses(
            List<Transition<K, V, ?>> turns,
            List<ByteKey> ats,
            List<@Nullable ByteEntry> found,
            @Nullable ObservedStamps observedStamps) {
        List<@Nullable Stored> witnesses = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            Transition<K, V, ?> transition = turns.get(i);
            Stored expected = transition.found();
            witnesses.add(witness(
                    transition.key(),
                    ats.get(i),
                    expected,
                    RecordMapper.bytes(expected),
                    found.get(i),
                    observedStamps));
        }
        return witnesses;
    }

    // The contract is identity: the engine must get back the same entry that it expected.
    private @Nullable Stored witness(
            K key,
            ByteKey at,
            @Nullable Stored expected,
            @Nullable ByteEntry before,
            @Nullable ByteEntry witness,
            @Nullable ObservedStamps observedStamps) {
        return witness == before ? expected : tagValidator.entry(key, at, witness, observedStamps);
    }

    @Override
    public @Nullable Stored swap(K key, @Nullable Stored next) {
        ByteKey at = recordMapper.at(key);
        TagQuery query = query(at, next);
        if (taggedAccess == null || query == null) {
            return tagValidator.entry(key, at, store().swap(at, RecordMapper.bytes(next)), null);
        }
        StampedRecord stampedRecord = taggedAccess.swap(at, (EncodedEntry) next, query);
        return tagValidator.entry(key, at, stampedRecord.found(), stampedRecord.observedStamps());
    }

    @Override
    public void put(K key, Stored next) {
        ByteKey at = recordMapper.at(key);
        TagQuery query = next instanceof TaggedRecord ? query(at, next) : null;
        if (taggedAccess == null || query == null) {
            store().put(at, ((EncodedEntry) next).bytes());
        } else {
            taggedAccess.put(at, (EncodedEntry) next, query);
        }
    }

    @Override
    public void putAll(Map<K, Stored> entries) {
        Map<ByteKey, EncodedEntry> coded = new LinkedHashMap<>();
        entries.forEach((key, entry) -> coded.put(recordMapper.at(key), (EncodedEntry) entry));
        TagQuery query =
                taggedAccess == null ? null : taggedAccess.query(List.of(), TaggedAccess.taggedOf(coded.values()));
        if (taggedAccess == null || query == null) {
            store().putAll(recordMapper.bytes(entries));
        } else {
            taggedAccess.putAll(coded, query);
        }
    }

    private @Nullable TagQuery query(ByteKey at, @Nullable Stored next) {
        return taggedAccess == null ? null : taggedAccess.query(at, (EncodedEntry) next);
    }

    @Override
    public @Nullable ExpiringStoreAdapter<K> expiringAdapter() {
        return store instanceof LifetimeStore timed && !marshaller.hasGrace()
                ? new ExpiringByteStoreAdapter<>(recordMapper, tagValidator, timed, callGuard)
                : null;
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
    public @Nullable LoadLocks<K> loadLocks() {
        return store.isShared() ? new LoadLocks<>(store, callGuard, marshaller) : null;
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        store.keepExpired(wanted);
    }

    @Override
    public Iterator<Map.Entry<K, Stored>> iterator() {
        return iterator(null);
    }

    @Override
    public Iterator<Map.Entry<K, Stored>> removalIterator() {
        return iterator(new UnreadableKeyRemoval(store, marshaller));
    }

    private Iterator<Map.Entry<K, Stored>> iterator(@Nullable UnreadableKeyRemoval unnamed) {
        return new EncodedEntryIterator<>(
                store().iterator(), marshaller, tagValidator, taggedAccess == null ? 1 : AHEAD, unnamed);
    }

    @Override
    public void clear() {
        store().clear();
    }

    @Override
    public void destroy() {
        callGuard.close();
        store.destroy();
    }

    @Override
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    @Override
    public boolean checksStamps() {
        return taggedAccess != null;
    }

    @Override
    public boolean isTagDead(Stored entry) {
        return entry instanceof TaggedRecord tagged && tagged.isDead();
    }

    @Override
    public boolean isReadable(Stored entry) {
        return recordMapper.isReadable(entry);
    }

    @Override
    public V value(Stored entry) {
        return recordMapper.value(entry);
    }

    @Override
    public Supplier<V> valueSupplier(Stored entry) {
        return recordMapper.values(entry);
    }

    @Override
    public boolean holds(Stored entry, V value) {
        return recordMapper.holds(entry, value);
    }

    @Override
    public long evictions() {
        return store.evictions();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return store().unwrap(type);
    }

    @Override
    public void close() {
        callGuard.close();
        store.close();
    }
}
