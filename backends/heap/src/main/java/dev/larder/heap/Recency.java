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
final class Recency {
    private static final int EPOCHS_PER_TURNOVER = 128;
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

    /** Whether a read of this key is worth telling; if so, it counts as told. */
    boolean isNews(Object key) {
        byte[] slots = told;
        byte now = epoch;
        int slot = spread(key.hashCode()) & (slots.length - 1);
        if (slots[slot] == now) {
            return false;
        }
        slots[slot] = now;
        return true;
    }

    /** A read has been told. Whether the policy shall see to what it has been told. */
    boolean isDue() {
        if (++waiting < BATCH) {
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
        if (++arrivals < entries / EPOCHS_PER_TURNOVER) {
            return isDue();
        }
        arrivals = 0;
        beginEpoch(entries);
        return true;
    }

    private void beginEpoch(long entries) {
        byte next = (byte) (epoch + 1);
        epoch = next == 0 ? 1 : next;
        int slots = told.length;
        if (entries / ENTRIES_PER_SLOT > slots && slots < MOST_SLOTS) {
            told = new byte[slots * 2];
        }
    }

    private static int spread(int hash) {
        int spread = hash * GOLDEN;
        return spread ^ (spread >>> 16);
    }
}
