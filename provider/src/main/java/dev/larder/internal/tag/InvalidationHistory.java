package dev.larder.internal.tag;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The most recent invalidations in this JVM, for loads whose tags become known only with the loaded value. If more
 * invalidations have happened than it holds, any tag counts as invalidated.
 */
final class InvalidationHistory {
    private static final int KEPT = 1 << 12;

    private final AtomicLong next = new AtomicLong();
    private final AtomicReferenceArray<Invalidation> ring = new AtomicReferenceArray<>(KEPT);

    private record Invalidation(long number, String tag) {}

    void add(String tag) {
        long number = next.getAndIncrement();
        ring.set((int) number & KEPT - 1, new Invalidation(number, tag));
    }

    /** The number of invalidations so far: a position in the history. */
    long position() {
        return next.get();
    }

    /** Whether any of these tags has been, or may have been, invalidated since that position. */
    boolean anySince(long moment, Collection<String> tags) {
        long now = next.get();
        if (now == moment || tags.isEmpty()) {
            return false;
        }
        if (now - moment > KEPT) {
            return true;
        }
        for (long number = moment; number < now; number++) {
            Invalidation invalidation = ring.get((int) number & KEPT - 1);
            if (invalidation == null || invalidation.number != number || tags.contains(invalidation.tag)) {
                return true;
            }
        }
        return false;
    }
}
