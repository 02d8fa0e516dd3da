package dev.larder.internal.tag;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last invalidations of this JVM, for values whose tags become known only when they have been loaded. What is
 * older than these is taken to have met any tag.
 */
final class InvalidationHistory {
    private static final int KEPT = 1 << 12;

    private final AtomicLong next = new AtomicLong();
    private final AtomicReferenceArray<Noted> ring = new AtomicReferenceArray<>(KEPT);

    private record Noted(long number, String tag) {}

    void add(String tag) {
        long number = next.getAndIncrement();
        ring.set((int) number & KEPT - 1, new Noted(number, tag));
    }

    /** The present moment. */
    long now() {
        return next.get();
    }

    /** Whether any of these tags has, or may have, been invalidated since. */
    boolean anySince(long moment, Collection<String> tags) {
        long now = next.get();
        if (now == moment || tags.isEmpty()) {
            return false;
        }
        if (now - moment > KEPT) {
            return true;
        }
        for (long number = moment; number < now; number++) {
            Noted noted = ring.get((int) number & KEPT - 1);
            if (noted == null || noted.number != number || tags.contains(noted.tag)) {
                return true;
            }
        }
        return false;
    }
}
