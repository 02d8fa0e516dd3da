package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Drops expired entries that nobody asks for, a few at a time: each run goes on where the last one stopped,
 * and longer as long as much of what it finds has expired. It leaves an entry alone for a while after its
 * time, so that listeners who want to hear of it can be told by those who tell them.
 */
final class Sweep {
    private static final long GRACE = Duration.ofMinutes(2).toMillis();
    private static final long SHORT = Duration.ofMillis(3).toNanos();
    private static final long LONG = Duration.ofMillis(100).toNanos();
    private static final int SOME = 100;

    private final Medium medium;
    private final Map<Contents, Iterator<Map.Entry<byte[], Sealed>>> hands = new WeakHashMap<>();

    Sweep(Medium medium) {
        this.medium = medium;
    }

    /** One run over all caches of the medium. */
    void run() {
        for (Region region : medium.regions()) {
            if (!medium.isClosed()) {
                medium.attempt(vessel -> {
                    Contents contents = region.in(vessel);
                    if (contents.isMortal()) {
                        sweep(region, contents);
                    }
                    return null;
                });
            }
        }
    }

    private void sweep(Region region, Contents contents) {
        long begin = System.nanoTime();
        long spent = 0;
        int expired = SOME;
        while (spent < (expired > SOME / 4 ? LONG : SHORT)) {
            Iterator<Map.Entry<byte[], Sealed>> hand = hands.get(contents);
            if (hand == null || !hand.hasNext()) {
                hands.put(contents, contents.map().entrySet().iterator());
                if (hand != null) {
                    return; // A whole round: enough for now.
                }
                continue;
            }
            expired = some(region, contents, hand);
            spent = System.nanoTime() - begin;
        }
    }

    private static int some(Region region, Contents contents, Iterator<Map.Entry<byte[], Sealed>> hand) {
        long due = region.now() - GRACE;
        int expired = 0;
        for (int i = 0; i < SOME && hand.hasNext(); i++) {
            Map.Entry<byte[], Sealed> each = hand.next();
            ByteEntry entry = each.getValue().open(each.getKey());
            if ((entry == null || entry.isExpiredAt(due))
                    && region.remove(contents, each.getKey(), found -> found.isExpiredAt(due))) {
                expired++;
            }
        }
        return expired;
    }
}
