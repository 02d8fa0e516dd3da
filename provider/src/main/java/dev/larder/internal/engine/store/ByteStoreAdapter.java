package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.RecordAccess.RecordsWithSnapshot;
import dev.larder.internal.engine.store.RecordAccess.StampedRecords;
import dev.larder.internal.engine.store.TagValidator.FetchedRecord;
import dev.larder.internal.tag.ObservedStamps;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store adapter over a byte store. A {@link RecordMapper} encodes and decodes the records; a {@link TagValidator}
 * checks their tags. {@link RecordAccess} calls the store.
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
    private final @Nullable ChangeEventCodec<K> changeEventCodec;
    private final TagValidator tagValidator;
    private final RecordAccess records;

    /**
     * @param tags null if the store does not support tags
     */
    public ByteStoreAdapter(ByteStore store, Marshaller marshaller, @Nullable SharedTags tags) {
        this.store = store;
        this.abilities = abilitiesOf(store, marshaller);
        this.marshaller = marshaller;
        this.callGuard = new CallGuard(marshaller.cache());
        this.recordMapper = new RecordMapper<>(marshaller);
        this.changeEventCodec = abilities.contains(Ability.CHANGE_EVENTS) ? new ChangeEventCodec<>(marshaller) : null;
        this.tagValidator = new TagValidator(marshaller, tags);
        this.records = new RecordAccess(store, callGuard, marshaller, tags, tagValidator.hints());
    }

    // The expiry that a store sees is later by the grace period, so the store cannot tell what is live.
    private static Set<Ability> abilitiesOf(ByteStore store, Marshaller marshaller) {
        if (!marshaller.hasGrace()) {
            return store.abilities();
        }
        Set<Ability> abilities = new HashSet<>(store.abilities());
        abilities.remove(Ability.CHANGE_EXPIRY);
        return abilities;
    }

    private ByteStore store() {
        callGuard.check();
        return store;
    }

    @Override
    public @Nullable Stored read(K key) {
        return read(key, ReadOptions.PLAIN);
    }

    @Override
    public @Nullable Stored read(K key, ReadOptions options) {
        ByteKey at = recordMapper.at(key);
        StampedRecords seen = records.read(List.of(at), options);
        return tagValidator.entry(key, at, seen.only(), seen.observedStamps());
    }

    @Override
    public List<@Nullable Stored> readAll(List<K> keys, ReadOptions options) {
        List<ByteKey> ats = recordMapper.at(keys);
        return entries(keys, ats, records.read(ats, options));
    }

    @Override
    public TagSnapshotRead readWithTagSnapshot(List<K> keys) {
        List<ByteKey> ats = recordMapper.at(keys);
        RecordsWithSnapshot read = records.readWithTagSnapshot(ats);
        return read == null
                ? new TagSnapshotRead(entries(keys, ats, records.read(ats, ReadOptions.FOR_UPDATE)), null)
                : new TagSnapshotRead(entries(keys, ats, read.seen()), read.tagSnapshot());
    }

    private List<@Nullable Stored> entries(List<K> keys, List<ByteKey> ats, StampedRecords seen) {
        return tagValidator.entries(FetchedRecord.each(keys, ats, seen.found()), seen.observedStamps());
    }

    @Override
    public Stored prepare(K key, V value, long expiry) {
        return recordMapper.entry(key, value, expiry);
    }

    @Override
    public Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, EntryOptions entryOptions) {
        return recordMapper.entry(key, value, expiry, stamps, entryOptions);
    }

    @Override
    public Stored withExpiry(Stored entry, long expiry) {
        return recordMapper.withExpiry(entry, expiry);
    }

    @Override
    public @Nullable Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next) {
        ByteKey at = recordMapper.at(key);
        Write write = new Write(at, RecordMapper.bytes(expected), RecordMapper.bytes(next));
        return exchange(key, write, expected, next);
    }

    @Override
    public @Nullable Stored exchange(Transition<K, V, ?> transition) {
        return exchange(transition.key(), write(transition), transition.found(), transition.next());
    }

    private @Nullable Stored exchange(K key, Write write, @Nullable Stored expected, @Nullable Stored next) {
        StampedRecords seen = records.write(write, (EncodedEntry) next, WriteOptions.EXCHANGE);
        return witness(key, write, expected, seen.only(), seen.observedStamps());
    }

    private Write write(Transition<K, V, ?> transition) {
        ByteKey at = recordMapper.at(transition.key());
        ByteEntry expected = RecordMapper.bytes(transition.found());
        ByteEntry next = RecordMapper.bytes(transition.next());
        return changeEventCodec == null
                ? new Write(at, expected, next)
                : new Write(at, expected, next, changeEventCodec.encode(ChangeEvent.of(transition), at));
    }

    @Override
    public @Nullable Stored create(Transition<K, V, ?> transition) {
        ByteEntry next = RecordMapper.bytes(transition.next());
        Stored found = next != null && next.bytes().length > LARGE ? read(transition.key()) : null;
        return found == null ? exchange(transition) : found;
    }

    @Override
    public void listen(Consumer<Supplier<ChangeEvent<K>>> listener) {
        ChangeEventCodec<K> codec = changeEventCodec;
        if (codec != null) {
            store.listen(event -> listener.accept(() -> codec.decode(event)));
        }
    }

    @Override
    public List<@Nullable Stored> exchangeAll(List<Transition<K, V, ?>> transitions) {
        List<Write> writes = new ArrayList<>(transitions.size());
        List<@Nullable EncodedEntry> next = new ArrayList<>(transitions.size());
        for (Transition<K, V, ?> transition : transitions) {
            writes.add(write(transition));
            next.add((EncodedEntry) transition.next());
        }
        StampedRecords seen = records.write(writes, next, WriteOptions.EXCHANGE);
        List<@Nullable Stored> witnesses = new ArrayList<>(transitions.size());
        for (int i = 0; i < transitions.size(); i++) {
            Transition<K, V, ?> each = transitions.get(i);
            witnesses.add(witness(
                    each.key(), writes.get(i), each.found(), seen.found().get(i), seen.observedStamps()));
        }
        return witnesses;
    }

    // The contract is identity: the engine must get back the same entry that it expected.
    private @Nullable Stored witness(
            K key,
            Write write,
            @Nullable Stored expected,
            @Nullable ByteEntry found,
            @Nullable ObservedStamps observedStamps) {
        return found == write.expected() ? expected : tagValidator.entry(key, write.key(), found, observedStamps);
    }

    @Override
    public @Nullable Stored swap(K key, @Nullable Stored next, @Nullable KeepExpiry keepExpiry) {
        ByteKey at = recordMapper.at(key);
        Write write = new Write(at, RecordMapper.bytes(next));
        StampedRecords seen = records.write(write, (EncodedEntry) next, WriteOptions.SWAP.with(keepExpiry));
        return tagValidator.entry(key, at, seen.only(), seen.observedStamps());
    }

    @Override
    public void put(K key, Stored next, @Nullable KeepExpiry keepExpiry) {
        Write write = new Write(recordMapper.at(key), RecordMapper.bytes(next));
        records.write(write, (EncodedEntry) next, WriteOptions.PUT.with(keepExpiry));
    }

    @Override
    public void putAll(Map<K, Stored> entries, @Nullable KeepExpiry keepExpiry) {
        List<Write> writes = new ArrayList<>(entries.size());
        List<@Nullable EncodedEntry> next = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> {
            writes.add(new Write(recordMapper.at(key), RecordMapper.bytes(entry)));
            next.add((EncodedEntry) entry);
        });
        records.write(writes, next, WriteOptions.PUT.with(keepExpiry));
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
                store().iterator(), marshaller, tagValidator, records.returnsStamps() ? AHEAD : 1, unnamed);
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
        return records.returnsStamps();
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
