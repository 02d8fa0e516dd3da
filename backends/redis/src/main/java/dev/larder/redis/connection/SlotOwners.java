package dev.larder.redis.connection;

import dev.larder.redis.keyspace.SlotHashTags;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which node of a cluster was found to serve a slot, as far as is known: the guard that stands before it. A
 * node that cannot even be connected to is known by that.
 */
final class SlotOwners {
    private final AtomicReferenceArray<@Nullable NodeBreaker> guards = new AtomicReferenceArray<>(SlotHashTags.SLOTS);

    @Nullable
    NodeBreaker of(int slot) {
        return guards.get(slot);
    }

    /** A slot that turns up elsewhere did not move alone: of its node nothing is known any more. */
    void found(int slot, NodeBreaker nodeBreaker) {
        NodeBreaker before = guards.get(slot);
        if (before != nodeBreaker) {
            if (before != null) {
                forget(before);
            }
            guards.set(slot, nodeBreaker);
        }
    }

    private void forget(NodeBreaker nodeBreaker) {
        for (int i = 0; i < guards.length(); i++) {
            guards.compareAndSet(i, nodeBreaker, null);
        }
    }
}
