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
 * The entries of one cache on the heap. Caffeine is the map, keeps the bound and chooses who leaves;
 * this class spares it most of its work, because a provider that asks Caffeine for everything cannot be
 * faster than Caffeine. Figures are CPU nanoseconds of one quiet core, to be compared with each other.
 *
 * <h2>Replacing in place</h2>
 *
 * <p>A slot, as Caffeine's value is called here, is either an entry that was never replaced or a {@link
 * Cell} that holds the current one. The first replacement puts the cell there, through Caffeine; each
 * later one is a compare-and-set on the cell, without Caffeine's locks, its write path and its policy.
 * Two simpler designs were measured against it: entries alone, replaced through Caffeine, took 300 for a
 * replacement where a cell takes 100, and cells for all took 120 bytes for an entry where this takes 104,
 * as much as the leanest peer.
 *
 * <p>A removal kills the cell before it takes it out of the map, so that nobody can write to it any
 * more; whoever meets a dead cell on the way to putting an entry takes it out himself and does not wait.
 * A dead cell never comes back to life.
 *
 * <p>Eviction and {@link #clear} take slots out of the map and leave the cells alone. Somebody who found
 * the cell before may still exchange its entry afterwards, and is told that he succeeded. That is
 * correct: his call began before the slot left, so it counts as having happened just before, and what
 * happened to an entry before it was evicted shows nowhere. A cell that has left is never put back, so
 * no old value returns.
 *
 * <h2>Reads and the eviction policy</h2>
 *
 * <p>Caffeine's policy hears of every read of a bounded cache, which takes 100 where the look-up takes
 * 15, and where entries come and go up to 1,000: each entry that moves up in its queues writes to old
 * objects, and the collector follows. Most of it is no news. {@link ReadRecorder} says which reads are; the
 * others pass the policy by. Hit ratios stay within two points of Caffeine's own, mostly within one, over
 * Zipf, scan and recency patterns, and within three for endless loops and for popularity that drifts.
 *
 * <h2>Maintenance</h2>
 *
 * <p>Caffeine wants to do its housekeeping after each write, on another thread. Handing over costs more
 * than the work, and doing it at each write more than in batches. So its executor drops the task, which
 * Caffeine is prepared for, and the thread that brings the sixteenth piece of news, or a hundredth part
 * of the cache, does it at once. A cache is therefore larger than its bound by 1/128, at most, for a
 * moment. By weight there is no such latitude: a single entry may weigh as much as the cache, so there
 * it is done at each write, and nothing is replaced in place.
 */
final class HeapStore implements ObjectStore {
    private static final Set<Ability> ABILITIES = Set.of(Ability.BLIND_PUT, Ability.SWAP);

    /** Drops the task: see above on maintenance. */
    private static final Executor LATER = task -> {};

    private final Cache<Object, Object> cache;
    private final ConcurrentMap<Object, Object> map;
    private final Policy<Object, Object> policy;
    private final ReadRecorder readRecorder = new ReadRecorder();
    private final LongAdder evictions = new LongAdder();
    private final boolean inPlace;

    /**
     * @param builder with the bound that is to be kept
     * @param inPlace whether an entry may be replaced without the bound being told
     */
    HeapStore(Caffeine<Object, Object> builder, boolean inPlace) {
        this.cache = builder.executor(inPlace ? LATER : Runnable::run)
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
        return slot == null || readRecorder.isTold(key) ? slot : tell(key);
    }

    private @Nullable Object tell(Object key) {
        readRecorder.tells(key);
        Object slot = cache.getIfPresent(key);
        if (readRecorder.isDue()) {
            cache.cleanUp();
        }
        return slot;
    }

    private @Nullable ObjectEntry insert(Object key, ObjectEntry next) {
        while (true) {
            Object slot = map.putIfAbsent(key, next);
            if (slot == null) {
                if (readRecorder.arrived(cache.estimatedSize())) {
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
