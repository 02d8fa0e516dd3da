package dev.larder.heap;

/**
 * Decides which reads the eviction policy gets to hear of: the first of each key in a while, for a
 * policy that hears of every read costs more than the read.
 *
 * <p>Who is recent matters only when somebody has to leave, and somebody leaves only when others
 * arrive. So time is counted in arrivals: an epoch ends when a small part of the cache has arrived anew
 * (1/{@value #EPOCHS_PER_TURNOVER}), and in one epoch one read of a key tells as much as a thousand. A
 * cache that only reads has nothing to tell at all.
 *
 * <p>What has been told is remembered in one byte for each of a number of slots, found by the key's
 * hash. Keys that share a slot lose a read to each other, threads that count at once lose an arrival;
 * neither is worth a fence or a byte more.
 */
final class Recency {
    private static final int FEWEST_SLOTS = 1 << 6;
    private static final int MOST_SLOTS = 1 << 20;
    private static final int EPOCHS_PER_TURNOVER = 128;
    private static final int GOLDEN = 0x9E3779B9;

    private final byte[] told;
    private final int shift;
    private byte epoch = 1;
    private long arrivals;

    /**
     * @param entries about how many entries there will be
     */
    Recency(long entries) {
        int wanted = (int) Math.max(FEWEST_SLOTS, Math.min(entries, MOST_SLOTS));
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(wanted - 1);
        this.told = new byte[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** Whether this read is worth telling; if so, it counts as told. */
    boolean isNews(Object key) {
        int slot = (key.hashCode() * GOLDEN) >>> shift;
        byte now = epoch;
        if (told[slot] == now) {
            return false;
        }
        told[slot] = now;
        return true;
    }

    /**
     * An entry has arrived.
     *
     * @param entries how many there are now, roughly
     */
    void arrived(long entries) {
        if (++arrivals * EPOCHS_PER_TURNOVER >= entries) {
            arrivals = 0;
            byte next = (byte) (epoch + 1);
            epoch = next == 0 ? 1 : next;
        }
    }
}
