package dev.larder.heap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one cache on the heap. Caffeine is the map, keeps the bound and chooses the entries to evict. This
 * class avoids most calls to Caffeine, because a provider that calls it for everything cannot be faster than Caffeine.
 * Figures are CPU nanoseconds of one quiet core, to be compared with each other.
 *
 * <h2>Replacing in place</h2>
 *
 * <p>A slot is Caffeine's value for a key. It is an entry that was never replaced, or an {@link EntryCell} that holds
 * the current entry. The first replacement puts the cell there, through Caffeine. Each later one is a compare-and-set
 * on the cell, without Caffeine's locks, write path and policy. Two simpler designs were measured. With entries only,
 * replaced through Caffeine, a replacement takes 300; with a cell it takes 100. With cells only, an entry takes 120
 * bytes; here it takes 104, as much as the smallest of the compared providers.
 *
 * <p>A removal first kills the cell and then removes it from the map, so no thread can write to it afterwards. A thread
 * that finds a dead cell when it puts an entry removes the cell itself and does not wait. A dead cell is never used
 * again.
 *
 * <p>Eviction and {@link #clear} remove slots from the map but do not kill the cells. A thread that found the cell
 * before may still exchange its entry afterwards, and the exchange succeeds. That is correct: the call began before the
 * slot was removed, so it counts as having happened just before. What happened to an entry before its eviction is not
 * visible anywhere. A removed cell is never put back, so no old value returns.
 *
 * <h2>Reads and the eviction policy</h2>
 *
 * <p>Caffeine's policy records every read of a bounded cache. That takes 100 where the look-up takes 15, and up to
 * 1,000 where entries come and go: each entry that moves up in its queues writes to old objects, which costs the
 * garbage collector time. Most of these recordings add nothing. {@link ReadRecorder} selects the reads to record; the
 * others skip the policy. Hit ratios stay within two points of Caffeine's own, mostly within one, over Zipf, scan and
 * recency patterns. They stay within three for endless loops and for popularity that drifts.
 *
 * <h2>Maintenance</h2>
 *
 * <p>By default Caffeine does its maintenance after each write, on another thread. The hand-over costs more than the
 * work, and doing it at each write costs more than in batches. So the executor drops the task, which Caffeine allows.
 * The thread that adds the sixteenth read or entry since the last maintenance runs it; with fewer than 2,048 entries it
 * runs after fewer new entries, a 128th of the cache. A cache therefore exceeds its bound by at most 1/128, for a
 * moment. With a bound on weight a single entry may weigh as much as the whole cache. So there maintenance runs at each
 * write, and no entry is replaced in place.
 */
final class HeapStore implements ObjectStore {
    private static final Set<Ability> ABILITIES = Set.of(Ability.READ_FREE_PUT, Ability.SWAP);

    /** Drops the task, see «Maintenance» above. */
    private static final Executor DROPPING_EXECUTOR = task -> {};

    private final Cache<Object, Object> cache;
    private final ConcurrentMap<Object, Object> map;
    private final Policy<Object, Object> policy;
    private final ReadRecorder readRecorder = new ReadRecorder();
    private final LongAdder evictions = new LongAdder();
    private final boolean inPlace;

    /**
     * Creates an empty store.
     *
     * @param builder the builder, with the bound already set
     * @param inPlace whether an entry may be replaced without Caffeine's knowledge
     */
    HeapStore(Caffeine<Object, Object> builder, boolean inPlace) {
        this.cache = builder.executor(inPlace ? DROPPING_EXECUTOR : Runnable::run)
                .evictionListener((key, slot, cause) -> evictions.increment())
                .build();
        this.map = cache.asMap();
        this.policy = cache.policy();
        this.inPlace = inPlace;
    }

    @Override
    public @Nullable ObjectEntry read(Object key) {
        Object slot = find(key);
        return slot == null ? null : entryIn(slot);
    }

    @Override
    public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        if (expected == null) {
            return insert(key, Objects.requireNonNull(next));
        }
        while (true) {
            Object slot = find(key);
            ObjectEntry current = slot == null ? null : entryIn(slot);
            if (slot == null || current != expected) {
                return current;
            }
            if (replace(key, slot, expected, next)) {
                return expected;
            }
        }
    }

    @Override
    public @Nullable ObjectEntry swap(Object key, @Nullable ObjectEntry next) {
        while (true) {
            Object slot = find(key);
            ObjectEntry current = slot == null ? null : entryIn(slot);
            if (slot == null || current == null) {
                if (next == null || insert(key, next) == null) {
                    return null;
                }
            } else if (replace(key, slot, current, next)) {
                return current;
            }
        }
    }

    @Override
    public void put(Object key, ObjectEntry next) {
        swap(key, next);
    }

    private @Nullable Object find(Object key) {
        Object slot = policy.getIfPresentQuietly(key);
        return slot == null || readRecorder.isRecorded(key) ? slot : recordRead(key);
    }

    private @Nullable Object recordRead(Object key) {
        readRecorder.markRecorded(key);
        Object slot = cache.getIfPresent(key);
        if (readRecorder.isMaintenanceDue()) {
            cache.cleanUp();
        }
        return slot;
    }

    private @Nullable ObjectEntry insert(Object key, ObjectEntry next) {
        while (true) {
            Object slot = map.putIfAbsent(key, next);
            if (slot == null) {
                if (readRecorder.countInsertion(cache.estimatedSize())) {
                    cache.cleanUp();
                }
                return null;
            }
            ObjectEntry current = entryIn(slot);
            if (current != null) {
                return current;
            }
            map.remove(key, slot);
        }
    }

    private boolean replace(Object key, Object slot, ObjectEntry expected, @Nullable ObjectEntry next) {
        if (slot instanceof EntryCell entryCell) {
            boolean replaced = entryCell.replace(expected, next);
            if (replaced && next == null) {
                map.remove(key, entryCell);
            }
            return replaced;
        }
        return next == null ? map.remove(key, slot) : map.replace(key, slot, inPlace ? new EntryCell(next) : next);
    }

    static @Nullable ObjectEntry entryIn(Object slot) {
        return slot instanceof EntryCell entryCell ? entryCell.get() : (ObjectEntry) slot;
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return new LiveEntries(map.entrySet().iterator());
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public long evictions() {
        return evictions.sum();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(cache) ? type.cast(cache) : null;
    }

    @Override
    public void close() {
        clear();
    }
}
