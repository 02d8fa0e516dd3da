package dev.larder.mapdb.eviction;

import dev.larder.spi.ByteKey;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When each entry was last wanted, roughly: one number of four bytes for each of a few times as many places
 * as there are entries, found by the key's hash. Two keys in one place seem as hot as the hotter of them.
 * Nothing is saved; after reopening all are equally cold. Threads write without locks, and may lose a mark.
 */
public final class AccessAges {
    private static final int FEWEST = 1 << 10;
    private static final int MOST = 1 << 28;
    private static final int SPREAD = 0x9E3779B9;
    /** Nanoseconds to about a quarter of a millisecond; the count goes round after twelve days. */
    private static final int COARSENESS = 18;

    private final ReentrantLock growing = new ReentrantLock();
    private volatile int[] marks;

    public AccessAges(long entries) {
        marks = new int[fitting(entries)];
    }

    public void touch(ByteKey key) {
        int[] places = marks;
        places[place(key, places)] = now();
    }

    /** How long ago it was last wanted, in units of its own. */
    int age(ByteKey key) {
        int[] places = marks;
        int mark = places[place(key, places)];
        return mark == 0 ? Integer.MAX_VALUE : Math.max(0, now() - mark);
    }

    /** Makes places for that many. What was marked stays marked: a key's new place is its old one or a copy of it. */
    public void grow(long entries) {
        if (entries > marks.length / 2 && marks.length < MOST) {
            copy(entries);
        }
    }

    private void copy(long entries) {
        if (!growing.tryLock()) {
            return; // another thread is about it
        }
        try {
            int[] before = marks;
            int[] after = new int[Math.max(before.length, fitting(entries))];
            for (int i = 0; i < after.length; i++) {
                after[i] = before[i & (before.length - 1)];
            }
            marks = after;
        } finally {
            growing.unlock();
        }
    }

    /** Bytes of heap that this takes. */
    public long bytes() {
        return (long) marks.length * Integer.BYTES;
    }

    private static int fitting(long entries) {
        long places = Long.highestOneBit(Math.max(FEWEST, Math.min(entries, MOST / 4))) * 4;
        return (int) Math.min(places, MOST);
    }

    private static int place(ByteKey key, int[] places) {
        int hash = key.hashCode() * SPREAD;
        return (hash ^ hash >>> 15) & (places.length - 1);
    }

    private static int now() {
        int now = (int) (System.nanoTime() >>> COARSENESS);
        return now == 0 ? 1 : now;
    }
}
