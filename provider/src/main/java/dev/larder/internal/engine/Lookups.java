package dev.larder.internal.engine;

import dev.larder.spi.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that look: a live entry costs a read and nothing else, if an access leaves it as it is or the store
 * prolongs its lifetime on the way. For anything more there is the {@link Engine}.
 */
public final class Lookups<K, V> {
    private final Engine<K, V> engine;
    private final Shelf<K, V> shelf;
    private final Blind<K> blind;
    private final Liveness liveness;
    private final Tally tally;
    private final Decisions decisions;
    private final SharedLoads<K, V> loads;
    private final boolean readsThrough;
    private final boolean ignoresAccess;
    private final boolean settlesAccess;
    private final boolean settlesEternal;

    Lookups(Engine<K, V> engine, SharedLoads<K, V> loads) {
        this.engine = engine;
        this.loads = loads;
        this.shelf = engine.shelf;
        this.blind = engine.blind;
        this.liveness = engine.liveness;
        this.tally = engine.tally;
        this.decisions = engine.planner.decisions();
        this.readsThrough = engine.reads != null;
        this.ignoresAccess = engine.lifetimes.ignoreAccess();
        this.settlesAccess = ignoresAccess || engine.shortcuts.touch();
        this.settlesEternal = engine.lifetimes.ignoreAccessOfEternal();
    }

    /** {@code Cache.get}. */
    public @Nullable V get(K key) {
        long begin = tally.begin();
        Stored found = blind.read(key);
        V value = settled(key, found);
        if (value == null) {
            value = turn(key, found).verdict().result();
        }
        tally.end(begin, 1);
        return value;
    }

    /** {@link #get}, but what is missing is what this operation loads. */
    @Nullable
    V getOr(K key, Operation<K, V, V> load) {
        long begin = tally.begin();
        V value = settled(key, blind.read(key));
        if (value == null) {
            value = loads.load(key, load).verdict().result();
        }
        tally.end(begin, 1);
        return value;
    }

    /** {@link #get}, with the entry that the value is from: as it is after this access. */
    public @Nullable Found<V> find(K key) {
        long begin = tally.begin();
        Stored found = blind.read(key);
        V value = settled(key, found);
        Found<V> result = value == null ? found(turn(key, found)) : new Found<>(value, found);
        tally.end(begin, 1);
        return result;
    }

    private @Nullable Found<V> found(Turn<K, V, V> turn) {
        V value = turn.verdict().result();
        return value == null ? null : new Found<>(value, turn.next());
    }

    private Turn<K, V, V> turn(K key, @Nullable Stored found) {
        boolean missing = found == null || !liveness.isLive(found);
        return readsThrough && missing
                ? loads.load(key, Operations.get())
                : engine.proceed(key, Operations.get(), found);
    }

    /** {@code Cache.containsKey}: counts nothing, touches nothing, loads nothing. */
    public boolean containsKey(K key) {
        Stored found = shelf.read(key);
        boolean live = found != null && liveness.isLive(found);
        decisions.found(key, found, live, found != null && liveness.isFresh(found));
        return live;
    }

    /** The value of an entry that an iterator has come upon: a hit, and an access. */
    public V visit(K key, Stored entry) {
        long begin = tally.begin();
        V value = (ignoresAccess || isSettledEternal(entry)) && liveness.isLive(entry)
                ? hit(key, entry)
                : engine.proceed(key, Operations.next(), entry).verdict().result();
        if (value == null) {
            return shelf.value(entry);
        }
        tally.end(begin, 1);
        return value;
    }

    /** Whether an entry is there for a caller: neither expired nor unreadable. */
    public boolean isLive(Stored entry) {
        return liveness.isLive(entry);
    }

    /** What is at the keys, for {@link #settled}. */
    List<@Nullable Stored> readAll(List<K> keys) {
        return blind.readAll(keys);
    }

    /** The value of an entry as it was read, if there is no more to do about it: a hit. Null if there is. */
    @Nullable
    V settled(K key, @Nullable Stored found) {
        return found != null && (settlesAccess || isSettledEternal(found)) && liveness.isLive(found)
                ? hit(key, found)
                : null;
    }

    private boolean isSettledEternal(Stored entry) {
        return settlesEternal && entry.expiry() == Stored.ETERNAL;
    }

    private V hit(K key, Stored entry) {
        decisions.hit(key);
        tally.hit();
        return shelf.value(entry);
    }

    SharedLoads<K, V> loads() {
        return loads;
    }
}
