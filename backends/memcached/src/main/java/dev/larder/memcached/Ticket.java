package dev.larder.memcached;

import com.google.code.yanf4j.core.Session;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Where a draft sits, and with whom it travels. */
record Ticket(Seat seat, Carriage carriage) {

    Session session() {
        return carriage.session();
    }

    /** Opens when the carriage is back, or lost. */
    CountDownLatch latch() {
        return seat.back();
    }

    /** Why it was lost; null if it was not. */
    @Nullable
    Throwable failure() {
        return carriage.getException();
    }
}
