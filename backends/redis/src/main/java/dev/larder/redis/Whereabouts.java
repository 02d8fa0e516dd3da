package dev.larder.redis;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which node of a cluster was found to serve a slot, as far as is known: the guard that stands before it. A
 * node that cannot even be connected to is known by that.
 */
final class Whereabouts {
    private final AtomicReferenceArray<@Nullable Guard> guards = new AtomicReferenceArray<>(SlotTags.SLOTS);

    @Nullable
    Guard of(int slot) {
        return guards.get(slot);
    }

    /** A slot that turns up elsewhere did not move alone: of its node nothing is known any more. */
    void found(int slot, Guard guard) {
        Guard before = guards.get(slot);
        if (before != guard) {
            if (before != null) {
                forget(before);
            }
            guards.set(slot, guard);
        }
    }

    private void forget(Guard guard) {
        for (int i = 0; i < guards.length(); i++) {
            guards.compareAndSet(i, guard, null);
        }
    }
}
