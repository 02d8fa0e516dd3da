package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/**
 * Drops expired entries that nobody asks for, a few at a time: each run goes on where the last one stopped,
 * and longer as long as much of what it finds has expired. It leaves an entry alone for a while after its
 * time, so that listeners who want to hear of it can be told by those who tell them.
 */
final class Sweep {
    private static final long SHORT = Duration.ofMillis(3).toNanos();
    private static final long LONG = Duration.ofMillis(100).toNanos();

    private final Medium medium;
    private final LongSupplier nanos;
    private final Map<Region, Grace> graces = new WeakHashMap<>();
    private final Map<Region, Cursor> hands = new WeakHashMap<>();

    Sweep(Medium medium, LongSupplier nanos) {
        this.medium = medium;
        this.nanos = nanos;
    }

    /** One run over all caches of the medium. */
    void run() {
        for (Region region : medium.regions()) {
            if (!medium.isClosed()) {
                medium.attempt(vessel -> {
                    Contents contents = region.known(vessel);
                    if (contents != null && contents.isMortal()) {
                        sweep(region, contents);
                    }
                    return null;
                });
            }
        }
    }

    private void sweep(Region region, Contents contents) {
        Cursor hand = hands.get(region);
        if (hand == null || !hand.goesThrough(contents)) {
            hand = region.cursor(contents, true);
            hands.put(region, hand);
        }
        if (hand.isAtEnd()) {
            hand.rewind();
        }
        long due = graces.computeIfAbsent(region, first -> new Grace()).due(nanos.getAsLong(), region.now());
        long begin = System.nanoTime();
        long most = LONG;
        while (!hand.isAtEnd() && System.nanoTime() - begin < most) {
            List<Tree.Found> some = hand.some();
            long expired = some.stream()
                    .filter(each -> drop(region, contents, each, due))
                    .count();
            most = expired * 4 > some.size() ? LONG : SHORT;
        }
    }

    private static boolean drop(Region region, Contents contents, Tree.Found each, long due) {
        ByteEntry entry = each.value() == null ? null : each.value().open(each.key());
        return (entry == null || entry.isExpiredAt(due))
                && region.remove(contents, each.key(), found -> found.isExpiredAt(due));
    }
}
