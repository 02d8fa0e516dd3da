package dev.larder.heap;

/**
 * Selects the reads that are recorded in the eviction policy, and says when the policy's maintenance is due. Recording
 * every read costs several times what the read itself costs.
 *
 * <p>How recently an entry was used matters only when an entry has to be evicted, and that happens only when others are
 * inserted. So time is counted in insertions. An epoch ends when new entries amount to a sixteenth of the cache. Within
 * an epoch the first read of a key is recorded, and further reads of it are not. A cache that is only read records
 * nothing more.
 *
 * <p>A table remembers the recorded keys in one byte for every few entries, indexed by the key's hash. Errors are
 * accepted: keys that share a byte lose each other's reads, threads that count at once lose an insertion, and a table
 * that grows forgets. None of that is worth a fence or another byte, so on purpose no field is volatile.
 */
final class ReadRecorder {
    private static final int EPOCHS_PER_TURNOVER = 16;
    /** The cache may exceed its bound by this part (1/128) for a moment. */
    private static final int OVERSHOOT_DIVISOR = 128;

    private static final int ENTRIES_PER_SLOT = 4;
    private static final int FEWEST_SLOTS = 1 << 6;
    private static final int MOST_SLOTS = 1 << 22;

    /** As many reads as Caffeine buffers for each thread before it drops further ones. */
    private static final int BATCH = 16;

    private static final int GOLDEN = 0x9E3779B9;

    private byte[] recorded = new byte[FEWEST_SLOTS];
    private byte epoch = 1;
    private int insertions;
    private int pending;

    /** Whether a read of this key has already been recorded in this epoch. */
    boolean isRecorded(Object key) {
        byte[] slots = recorded;
        return slots[slotOf(key, slots)] == epoch;
    }

    /** Remembers that a read of this key is recorded in this epoch. */
    void markRecorded(Object key) {
        byte[] slots = recorded;
        slots[slotOf(key, slots)] = epoch;
    }

    /** Counts a recorded read. Returns true if the policy's maintenance is due. */
    boolean isMaintenanceDue() {
        return isMaintenanceDue(BATCH);
    }

    private boolean isMaintenanceDue(long batch) {
        if (++pending < batch) {
            return false;
        }
        pending = 0;
        return true;
    }

    /**
     * Counts an inserted entry.
     *
     * @param entries the approximate number of entries now
     * @return true if the policy's maintenance is due, which evicts surplus entries
     */
    boolean countInsertion(long entries) {
        if (++insertions >= entries / EPOCHS_PER_TURNOVER) {
            insertions = 0;
            beginEpoch(entries);
        }
        return isMaintenanceDue(Math.min(BATCH, entries / OVERSHOOT_DIVISOR));
    }

    private void beginEpoch(long entries) {
        byte next = (byte) (epoch + 1);
        epoch = next == 0 ? 1 : next;
        int slots = recorded.length;
        if (entries / ENTRIES_PER_SLOT > slots && slots < MOST_SLOTS) {
            recorded = new byte[slots * 2];
        }
    }

    private static int slotOf(Object key, byte[] slots) {
        int spread = key.hashCode() * GOLDEN;
        return (spread ^ (spread >>> 16)) & (slots.length - 1);
    }
}
