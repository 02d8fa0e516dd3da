package dev.larder.internal.engine;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.Judge.Met;
import dev.larder.internal.engine.TagVerbs.Seen;
import dev.larder.internal.engine.TagVerbs.SeenAll;
import dev.larder.internal.engine.TagVerbs.Sighted;
import dev.larder.internal.tag.MediumTags;
import dev.larder.internal.tag.Present;
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
 * A shelf over bytes: what goes in and comes out are {@link Records}, checked by the {@link Judge}. Where entries bear
 * tags, or probably do, the verbs are those of {@link TagVerbs}, if the store has them.
 */
final class ByteShelf<K, V> implements Shelf<K, V> {
    /** Entries of an iteration whose tags are asked for together. */
    private static final int AHEAD = 100;

    /** Bytes of a record that is not carried to a store on a guess. */
    private static final int LARGE = 4096;

    private final ByteStore store;
    private final Set<Ability> abilities;
    private final Marshaller marshaller;
    private final Records<K, V> records;
    private final @Nullable Telling<K, V> telling;
    private final Judge judge;
    // A store that tells takes stamps and notices not together; then they are asked for on their own.
    private final @Nullable TagVerbs verbs;

    /**
     * @param tags null if the medium knows none
     */
    ByteShelf(ByteStore store, Marshaller marshaller, @Nullable MediumTags tags) {
        this.store = store;
        this.abilities = store.abilities();
        this.marshaller = marshaller;
        this.records = new Records<>(marshaller);
        this.telling = Telling.of(store, marshaller);
        this.judge = new Judge(marshaller, tags);
        this.verbs = tags != null && telling == null && store instanceof TagStore carrier
                ? new TagVerbs(carrier, marshaller, tags, judge.hints())
                : null;
    }

    // For a call: it is not begun with less stack than it needs.
    private ByteStore store() {
        StackHeadroom.require();
        return store;
    }

    @Override
    public @Nullable Stored read(K key) {
        ByteKey at = records.at(key);
        TagQuery query = query(at, null);
        if (verbs == null || query == null) {
            return judge.entry(key, at, store().read(at), null);
        }
        Seen seen = verbs.read(at, query);
        return judge.entry(key, at, seen.found(), seen.present());
    }

    @Override
    public List<@Nullable Stored> readAll(List<K> keys) {
        List<ByteKey> ats = records.at(keys);
        TagQuery query = verbs == null ? null : verbs.query(ats, List.of());
        if (verbs == null || query == null) {
            return judge.entries(Met.each(keys, ats, store().readAll(ats)), null);
        }
        SeenAll seen = verbs.readAll(ats, query);
        return judge.entries(Met.each(keys, ats, seen.found()), seen.present());
    }

    @Override
    public SightedRead readSighted(List<K> keys) {
        if (verbs == null) {
            return new SightedRead(readAll(keys), null);
        }
        List<ByteKey> ats = records.at(keys);
        Sighted read = verbs.readSighted(ats);
        SeenAll seen = read.seen();
        return new SightedRead(judge.entries(Met.each(keys, ats, seen.found()), seen.present()), read.sight());
    }

    @Override
    public Stored prepare(K key, V value, long expiry) {
        return records.entry(key, value, expiry);
    }

    @Override
    public Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, Terms terms) {
        return records.entry(key, value, expiry, stamps, terms);
    }

    @Override
    public Stored withExpiry(Stored entry, long expiry) {
        return records.withExpiry(entry, expiry);
    }

    @Override
    public @Nullable Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next) {
        ByteKey at = records.at(key);
        ByteEntry before = Records.bytes(expected);
        TagQuery query = query(at, next);
        if (verbs == null || query == null) {
            return witness(key, at, expected, before, store().exchange(at, before, Records.bytes(next)), null);
        }
        Seen seen = verbs.exchange(at, before, (CodedEntry) next, query);
        return witness(key, at, expected, before, seen.found(), seen.present());
    }

    @Override
    public @Nullable Stored exchange(Turn<K, V, ?> turn) {
        if (telling == null) {
            return exchange(turn.key(), turn.found(), turn.next());
        }
        ByteKey at = records.at(turn.key());
        ByteEntry witness = telling.exchange(at, turn);
        return witness(turn.key(), at, turn.found(), Records.bytes(turn.found()), witness, null);
    }

    @Override
    public @Nullable Stored create(Turn<K, V, ?> turn) {
        ByteEntry next = Records.bytes(turn.next());
        Stored found = next != null && next.bytes().length > LARGE ? read(turn.key()) : null;
        return found == null ? exchange(turn) : found;
    }

    @Override
    public void listen(Consumer<Supplier<News<K>>> ear) {
        if (telling != null) {
            telling.listen(ear);
        }
    }

    @Override
    public List<@Nullable Stored> exchangeAll(List<Turn<K, V, ?>> turns) {
        List<Exchange<ByteKey, ByteEntry>> exchanges = new ArrayList<>(turns.size());
        List<ByteKey> ats = new ArrayList<>(turns.size());
        List<@Nullable CodedEntry> next = new ArrayList<>(turns.size());
        for (Turn<K, V, ?> turn : turns) {
            ByteKey at = records.at(turn.key());
            ats.add(at);
            next.add((CodedEntry) turn.next());
            exchanges.add(new Exchange<>(at, Records.bytes(turn.found()), Records.bytes(turn.next())));
        }
        TagQuery query = verbs == null ? null : verbs.query(ats, TagVerbs.taggedOf(next));
        if (verbs == null || query == null) {
            List<@Nullable ByteEntry> witnesses =
                    telling == null ? store().exchangeAll(exchanges) : telling.exchangeAll(exchanges, turns);
            return witnesses(turns, ats, witnesses, null);
        }
        SeenAll seen = verbs.exchangeAll(exchanges, next, query);
        return witnesses(turns, ats, seen.found(), seen.present());
    }

    private List<@Nullable Stored> witnesses(
            List<Turn<K, V, ?>> turns, List<ByteKey> ats, List<@Nullable ByteEntry> found, @Nullable Present present) {
        List<@Nullable Stored> witnesses = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            Turn<K, V, ?> turn = turns.get(i);
            Stored expected = turn.found();
            witnesses.add(witness(turn.key(), ats.get(i), expected, Records.bytes(expected), found.get(i), present));
        }
        return witnesses;
    }

    // The contract is identity: the engine must get back the very entry that it expected.
    private @Nullable Stored witness(
            K key,
            ByteKey at,
            @Nullable Stored expected,
            @Nullable ByteEntry before,
            @Nullable ByteEntry witness,
            @Nullable Present present) {
        return witness == before ? expected : judge.entry(key, at, witness, present);
    }

    @Override
    public @Nullable Stored swap(K key, @Nullable Stored next) {
        ByteKey at = records.at(key);
        TagQuery query = query(at, next);
        if (verbs == null || query == null) {
            return judge.entry(key, at, store().swap(at, Records.bytes(next)), null);
        }
        Seen seen = verbs.swap(at, (CodedEntry) next, query);
        return judge.entry(key, at, seen.found(), seen.present());
    }

    @Override
    public void put(K key, Stored next) {
        ByteKey at = records.at(key);
        TagQuery query = next instanceof TaggedRecord ? query(at, next) : null;
        if (verbs == null || query == null) {
            store().put(at, ((CodedEntry) next).bytes());
        } else {
            verbs.put(at, (CodedEntry) next, query);
        }
    }

    @Override
    public void putAll(Map<K, Stored> entries) {
        Map<ByteKey, CodedEntry> coded = new LinkedHashMap<>();
        entries.forEach((key, entry) -> coded.put(records.at(key), (CodedEntry) entry));
        TagQuery query = verbs == null ? null : verbs.query(List.of(), TagVerbs.taggedOf(coded.values()));
        if (verbs == null || query == null) {
            store().putAll(records.bytes(entries));
        } else {
            verbs.putAll(coded, query);
        }
    }

    private @Nullable TagQuery query(ByteKey at, @Nullable Stored next) {
        return verbs == null ? null : verbs.query(at, (CodedEntry) next);
    }

    @Override
    public @Nullable TimedShelf<K> timed() {
        return store instanceof LifetimeStore timed && !marshaller.hasGrace()
                ? new TimedByteShelf<>(records, judge, timed)
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
    public @Nullable LoadLeases<K> loadLeases() {
        return store.isShared() ? new LoadLeases<>(store, marshaller) : null;
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
    public Iterator<Map.Entry<K, Stored>> emptying() {
        return iterator(new UnnamedRecords(store, marshaller));
    }

    private Iterator<Map.Entry<K, Stored>> iterator(@Nullable UnnamedRecords unnamed) {
        return new CodedIterator<>(store().iterator(), marshaller, judge, verbs == null ? 1 : AHEAD, unnamed);
    }

    @Override
    public void clear() {
        store().clear();
    }

    @Override
    public void destroy() {
        store().destroy();
    }

    @Override
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    @Override
    public boolean checksStamps() {
        return verbs != null;
    }

    @Override
    public boolean isTagDead(Stored entry) {
        return entry instanceof TaggedRecord tagged && tagged.isDead();
    }

    @Override
    public boolean isReadable(Stored entry) {
        return records.isReadable(entry);
    }

    @Override
    public V value(Stored entry) {
        return records.value(entry);
    }

    @Override
    public Supplier<V> values(Stored entry) {
        return records.values(entry);
    }

    @Override
    public boolean holds(Stored entry, V value) {
        return records.holds(entry, value);
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
        store().close();
    }
}
