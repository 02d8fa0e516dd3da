package dev.larder.heap;

/**
 * Decides which reads the eviction policy gets to hear of, and when it gets to work: a policy that hears
 * of every read costs several times what the read does.
 *
 * <p>Who is recent matters only when somebody has to leave, and somebody leaves only when others
 * arrive. So time is counted in arrivals: an epoch ends when a small part of the cache has arrived anew,
 * and in one epoch one read of a key tells as much as a thousand. A cache that only reads has nothing
 * to tell at all.
 *
 * <p>What has been told is remembered in a byte for every few entries, found by the key's hash. Keys
 * that share one lose a read to each other, threads that count at once lose an arrival, and a table
 * that grows forgets: none of it is worth a fence or a byte more. That is why nothing here is volatile,
 * on purpose.
 */
final class ReadRecorder {
    private static final int EPOCHS_PER_TURNOVER = 16;
    /** The part of a cache by which it may exceed its bound for a moment. */
    private static final int LATITUDE = 128;

    private static final int ENTRIES_PER_SLOT = 4;
    private static final int FEWEST_SLOTS = 1 << 6;
    private static final int MOST_SLOTS = 1 << 22;

    /** As many as Caffeine holds for each thread before it drops what it is told. */
    private static final int BATCH = 16;

    private static final int GOLDEN = 0x9E3779B9;

    private byte[] told = new byte[FEWEST_SLOTS];
    private byte epoch = 1;
    private int arrivals;
    private int waiting;

    /** Whether nothing would be news in a read of this key: it has been told of in this epoch. */
    boolean isTold(Object key) {
        byte[] slots = told;
        return slots[slotOf(key, slots)] == epoch;
    }

    /** A read of this key is being told. */
    void tells(Object key) {
        byte[] slots = told;
        slots[slotOf(key, slots)] = epoch;
    }

    /** A read has been told. Whether the policy shall see to what it has been told. */
    boolean isDue() {
        return isDue(BATCH);
    }

    private boolean isDue(long batch) {
        if (++waiting < batch) {
            return false;
        }
        waiting = 0;
        return true;
    }

    /**
     * An entry has arrived.
     *
     * @param entries how many there are now, roughly
     * @return whether the policy shall see to it that there are not too many
     */
    boolean arrived(long entries) {
        if (++arrivals >= entries / EPOCHS_PER_TURNOVER) {
            arrivals = 0;
            beginEpoch(entries);
        }
        return isDue(Math.min(BATCH, entries / LATITUDE));
    }

    private void beginEpoch(long entries) {
        byte next = (byte) (epoch + 1);
        epoch = next == 0 ? 1 : next;
        int slots = told.length;
        if (entries / ENTRIES_PER_SLOT > slots && slots < MOST_SLOTS) {
            told = new byte[slots * 2];
        }
    }

    private static int slotOf(Object key, byte[] slots) {
        int spread = key.hashCode() * GOLDEN;
        return (spread ^ (spread >>> 16)) & (slots.length - 1);
    }
}
