package dev.larder.mapdb.eviction;

import dev.larder.mapdb.database.AccessAges;
import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.EntryCursor;
import dev.larder.mapdb.database.SegmentReader;
import dev.larder.mapdb.setting.Bound;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a cache within its bound. It draws some entries by chance, in the order of the hash map, and keeps the least
 * recently used of those it has seen as candidates. The least recently used candidate is evicted. With a few draws per
 * eviction this comes close to LRU, without a list of all entries in memory.
 */
public final class Evictor {
    private static final int DRAWS = 5;
    private static final int MAX_CANDIDATES = 16;

    private final BoundedCache cache;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ByteKey> candidates = new ArrayList<>();
    private volatile Bound bound = Bound.of(Settings.NONE, Long.MAX_VALUE);
    private @Nullable CacheMap source;
    private @Nullable EntryCursor entryCursor;
    private final Deque<SegmentReader.FoundEntry> ahead = new ArrayDeque<>();

    public Evictor(BoundedCache cache) {
        this.cache = cache;
    }

    public void bound(Bound newest) {
        bound = newest;
    }

    /** Evicts entries until the bound holds, unless another thread already does. */
    public void keepBound() {
        if (!bound.isUnbounded() && isExceeded() && lock.tryLock()) {
            try {
                cache.attempt(this::drop);
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isExceeded() {
        CacheMap known = cache.mapIfOpen();
        return known != null && known.exceeds(bound);
    }

    private void drop(CacheMap from) {
        if (source != from) {
            source = from;
            entryCursor = cache.keys(from);
            ahead.clear();
            candidates.clear();
        }
        while (from.exceeds(bound)) {
            drawCandidates(from);
            ByteKey victim = leastRecentlyUsed(from.accessAges());
            if (victim == null) {
                return;
            }
            cache.evict(from, victim.bytes());
        }
    }

    private void drawCandidates(CacheMap from) {
        for (int i = 0; i < DRAWS; i++) {
            SegmentReader.FoundEntry next = ahead.isEmpty() ? nextAfterRefill(from) : ahead.poll();
            if (next != null) {
                ByteKey drawn = new ByteKey(next.key());
                if (!candidates.contains(drawn)) {
                    candidates.add(drawn);
                }
            }
        }
    }

    private SegmentReader.@Nullable FoundEntry nextAfterRefill(CacheMap from) {
        EntryCursor cursor = entryCursor == null ? cache.keys(from) : entryCursor;
        entryCursor = cursor;
        if (cursor.isAtEnd()) {
            cursor.rewind();
        }
        ahead.addAll(cursor.nextBatch());
        return ahead.poll();
    }

    private @Nullable ByteKey leastRecentlyUsed(AccessAges accessAges) {
        candidates.sort((one, other) -> Integer.compare(accessAges.age(other), accessAges.age(one)));
        if (candidates.size() > MAX_CANDIDATES) {
            candidates.subList(MAX_CANDIDATES, candidates.size()).clear();
        }
        return candidates.isEmpty() ? null : candidates.remove(0);
    }
}
