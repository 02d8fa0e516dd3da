package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.ReadResult;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The read operations. A live entry costs one read if an access does not change it, or if the store extends its
 * lifetime in the same round trip. Anything else goes through the {@link Engine}.
 */
public final class ReadOperations<K, V> {
    private final Engine<K, V> engine;
    private final StoreAdapter<K, V> storeAdapter;
    private final ReadFreeAccess<K> readFreeAccess;
    private final Liveness liveness;
    private final StatisticsRecorder statisticsRecorder;
    private final DecisionLog decisionLog;
    private final LoadCoalescer<K, V> loadCoalescer;
    private final boolean readsThrough;
    private final boolean ignoresAccess;
    private final boolean readCompletesHit;
    private final boolean ignoresAccessOfEternal;

    ReadOperations(Engine<K, V> engine, LoadCoalescer<K, V> loads) {
        this.engine = engine;
        this.loadCoalescer = loads;
        this.storeAdapter = engine.storeAdapter;
        this.readFreeAccess = engine.readFreeAccess;
        this.liveness = engine.liveness;
        this.statisticsRecorder = engine.statisticsRecorder;
        this.decisionLog = engine.planner.decisions();
        this.readsThrough = engine.reads != null;
        this.ignoresAccess = engine.expiryCalculator.ignoreAccess();
        this.readCompletesHit = ignoresAccess || engine.shortcuts.touch();
        this.ignoresAccessOfEternal = engine.expiryCalculator.ignoreAccessOfEternal();
    }

    /** {@code Cache.get}. */
    public @Nullable V get(K key) {
        long begin = statisticsRecorder.begin();
        Stored found = readFreeAccess.read(key);
        V value = valueOfHit(key, found);
        if (value == null) {
            value = readOrLoad(key, found).decision().result();
        }
        statisticsRecorder.end(begin, 1);
        return value;
    }

    /** {@link #get}, but a missing value is loaded by this operation. */
    public @Nullable V getOrLoad(K key, Operation<K, V, V> load) {
        long begin = statisticsRecorder.begin();
        V value = valueOfHit(key, readFreeAccess.read(key));
        if (value == null) {
            value = loadCoalescer.load(key, load).decision().result();
        }
        statisticsRecorder.end(begin, 1);
        return value;
    }

    /** {@link #get}, with the entry that holds the value, as it is after this access. Null if there is no value. */
    public @Nullable ReadResult<V> find(K key) {
        long begin = statisticsRecorder.begin();
        Stored found = readFreeAccess.read(key);
        V value = valueOfHit(key, found);
        ReadResult<V> result = value == null ? found(readOrLoad(key, found)) : new ReadResult<>(value, found);
        statisticsRecorder.end(begin, 1);
        return result;
    }

    private @Nullable ReadResult<V> found(Transition<K, V, V> transition) {
        V value = transition.decision().result();
        return value == null ? null : new ReadResult<>(value, transition.next());
    }

    private Transition<K, V, V> readOrLoad(K key, @Nullable Stored found) {
        boolean missing = found == null || !liveness.isLive(found);
        return readsThrough && missing
                ? loadCoalescer.load(key, Operations.get())
                : engine.proceed(key, Operations.get(), found);
    }

    /** {@code Cache.containsKey}: does not count, touch or load. */
    public boolean containsKey(K key) {
        Stored found = storeAdapter.read(key);
        boolean live = found != null && liveness.isLive(found);
        decisionLog.found(key, found, live, found != null && liveness.isFresh(found));
        return live;
    }

    /** The value of an entry that an iterator has reached. Counts as a hit and an access. */
    public V access(K key, Stored entry) {
        long begin = statisticsRecorder.begin();
        V value = (ignoresAccess || isEternalIgnoringAccess(entry)) && liveness.isLive(entry)
                ? hit(key, entry)
                : engine.proceed(key, Operations.next(), entry).decision().result();
        if (value == null) {
            return storeAdapter.value(entry);
        }
        statisticsRecorder.end(begin, 1);
        return value;
    }

    /** Whether an entry is present for callers: not expired, not tag-dead and readable. */
    public boolean isLive(Stored entry) {
        return liveness.isLive(entry);
    }

    /** The entries at the keys, for {@link #valueOfHit}. */
    List<@Nullable Stored> readAll(List<K> keys) {
        return readFreeAccess.readAll(keys);
    }

    /** The value of an entry as it was read, counted as a hit, if nothing else is to be done. Otherwise null. */
    @Nullable
    V valueOfHit(K key, @Nullable Stored found) {
        return found != null && (readCompletesHit || isEternalIgnoringAccess(found)) && liveness.isLive(found)
                ? hit(key, found)
                : null;
    }

    private boolean isEternalIgnoringAccess(Stored entry) {
        return ignoresAccessOfEternal && entry.expiry() == Stored.ETERNAL;
    }

    private V hit(K key, Stored entry) {
        decisionLog.hit(key);
        statisticsRecorder.hit();
        return storeAdapter.value(entry);
    }

    public LoadCoalescer<K, V> loadCoalescer() {
        return loadCoalescer;
    }
}
