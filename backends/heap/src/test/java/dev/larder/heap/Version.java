package dev.larder.heap;

import java.util.concurrent.atomic.AtomicLong;

/** A value that knows when it was there for certain, and when it was gone for certain, by a {@link Referee}'s clock. */
final class Version {
    /** When the call that stored it had returned; 0 before. */
    volatile long storedAt;

    /** When a call that replaced or removed it had returned; 0 if none did. */
    final AtomicLong goneAt = new AtomicLong();
}
