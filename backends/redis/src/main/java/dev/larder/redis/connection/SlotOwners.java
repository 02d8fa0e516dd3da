package dev.larder.redis.connection;

import dev.larder.redis.command.SlotHashTags;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The node of a cluster that was last found to serve a slot, represented by its breaker. A call to an unreachable
 * node therefore fails at the breaker, before it borrows a connection.
 */
final class SlotOwners {
    private final AtomicReferenceArray<@Nullable NodeBreaker> breakers = new AtomicReferenceArray<>(SlotHashTags.SLOTS);

    @Nullable
    NodeBreaker of(int slot) {
        return breakers.get(slot);
    }

    /** A slot that has moved is rarely the only one, so all slots of its previous node are forgotten. */
    void record(int slot, NodeBreaker nodeBreaker) {
        NodeBreaker before = breakers.get(slot);
        if (before != nodeBreaker) {
            if (before != null) {
                forget(before);
            }
            breakers.set(slot, nodeBreaker);
        }
    }

    private void forget(NodeBreaker nodeBreaker) {
        for (int i = 0; i < breakers.length(); i++) {
            breakers.compareAndSet(i, nodeBreaker, null);
        }
    }
}
