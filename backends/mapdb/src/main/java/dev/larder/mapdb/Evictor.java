package dev.larder.mapdb;

import dev.larder.spi.ByteKey;
import dev.larder.spi.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a cache within its bound. It draws some entries by chance, which is what the order of a hash map
 * comes to, keeps the coldest of those it has seen, and drops the coldest of all: with a few draws for each
 * victim that comes close to dropping the least recently used, without a list of all entries in memory.
 */
final class Evictor {
    private static final int DRAWN = 5;
    private static final int KEPT = 16;

    private final Region region;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ByteKey> candidates = new ArrayList<>();
    private volatile Bound bound = Bound.of(Settings.NONE, Long.MAX_VALUE);
    private @Nullable Contents source;
    private @Nullable Cursor cursor;
    private final Deque<Tree.Found> ahead = new ArrayDeque<>();

    Evictor(Region region) {
        this.region = region;
    }

    void bound(Bound newest) {
        bound = newest;
    }

    /** Drops entries until the bound is kept, unless another thread is about it. */
    void keepBound() {
        if (!bound.isNone() && isPassed() && lock.tryLock()) {
            try {
                region.medium().attempt(vessel -> {
                    drop(region.in(vessel));
                    return null;
                });
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isPassed() {
        Contents known = region.known(region.medium().vessel());
        return known != null && known.isPassing(bound);
    }

    private void drop(Contents from) {
        if (source != from) {
            source = from;
            cursor = region.cursor(from, false);
            ahead.clear();
            candidates.clear();
        }
        while (from.isPassing(bound)) {
            draw(from);
            ByteKey victim = coldest(from.heat());
            if (victim == null) {
                return;
            }
            if (region.remove(from, victim.bytes(), entry -> true)) {
                region.evictions().incrementAndGet();
            }
        }
    }

    private void draw(Contents from) {
        for (int i = 0; i < DRAWN; i++) {
            Tree.Found next = ahead.isEmpty() ? refilled(from) : ahead.poll();
            if (next != null) {
                ByteKey drawn = new ByteKey(next.key());
                if (!candidates.contains(drawn)) {
                    candidates.add(drawn);
                }
            }
        }
    }

    private Tree.@Nullable Found refilled(Contents from) {
        Cursor hand = cursor == null ? region.cursor(from, false) : cursor;
        cursor = hand;
        if (hand.isAtEnd()) {
            hand.rewind();
        }
        ahead.addAll(hand.some());
        return ahead.poll();
    }

    private @Nullable ByteKey coldest(Heat heat) {
        candidates.sort((one, other) -> Integer.compare(heat.age(other), heat.age(one)));
        if (candidates.size() > KEPT) {
            candidates.subList(KEPT, candidates.size()).clear();
        }
        return candidates.isEmpty() ? null : candidates.remove(0);
    }
}
