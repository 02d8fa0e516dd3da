package dev.larder.mapdb.database;

import dev.larder.spi.ByteKey;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records roughly when each entry was last used. It holds one int per place, in a table a few times as large as the
 * number of entries, indexed by the key's hash. Two keys at one place share the later of their times. Nothing is saved:
 * after reopening, no entry counts as used. Threads write without locks, so an update may be lost.
 */
public final class AccessAges {
    private static final int MIN_ENTRIES = 1 << 10;
    private static final int MAX_SLOTS = 1 << 28;
    private static final int SPREAD = 0x9E3779B9;
    /** Converts nanoseconds to units of about a quarter of a millisecond. The count wraps around after twelve days. */
    private static final int TIME_SHIFT = 18;

    private final ReentrantLock growing = new ReentrantLock();
    private volatile int[] lastUses;

    AccessAges(long entries) {
        lastUses = new int[slotsFor(entries)];
    }

    public void touch(ByteKey key) {
        int[] slots = lastUses;
        slots[slot(key, slots)] = now();
    }

    /**
     * The time since the last use, in units of about a quarter of a millisecond; the largest int if it wasn't used.
     */
    public int age(ByteKey key) {
        int[] slots = lastUses;
        int lastUse = slots[slot(key, slots)];
        return lastUse == 0 ? Integer.MAX_VALUE : Math.max(0, now() - lastUse);
    }

    /**
     * Grows the table for this many entries. Recorded times are kept: a key's new place is its old one or a copy of it.
     */
    void grow(long entries) {
        if (entries > lastUses.length / 2 && lastUses.length < MAX_SLOTS) {
            copy(entries);
        }
    }

    private void copy(long entries) {
        if (!growing.tryLock()) {
            return; // another thread already grows it
        }
        try {
            int[] before = lastUses;
            int[] after = new int[Math.max(before.length, slotsFor(entries))];
            for (int i = 0; i < after.length; i++) {
                after[i] = before[i & (before.length - 1)];
            }
            lastUses = after;
        } finally {
            growing.unlock();
        }
    }

    /** The bytes of heap that the table takes. */
    long bytes() {
        return (long) lastUses.length * Integer.BYTES;
    }

    private static int slotsFor(long entries) {
        long slots = Long.highestOneBit(Math.max(MIN_ENTRIES, Math.min(entries, MAX_SLOTS / 4))) * 4;
        return (int) Math.min(slots, MAX_SLOTS);
    }

    private static int slot(ByteKey key, int[] places) {
        int hash = key.hashCode() * SPREAD;
        return (hash ^ hash >>> 15) & (places.length - 1);
    }

    private static int now() {
        int now = (int) (System.nanoTime() >>> TIME_SHIFT);
        return now == 0 ? 1 : now;
    }
}
