package dev.larder.internal.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Sessions at rest, about one per processor. A thread looks in the place that its number points to
 * and in the next, so that threads seldom meet; who finds none makes one, and who finds no room for
 * it afterwards drops it. A place is a cache line of its own. Thread-safe.
 */
final class SessionPool {
    private static final int WIDTH = 16;
    private static final int PLACES =
            Integer.highestOneBit(Math.max(16, 2 * Runtime.getRuntime().availableProcessors()) * 2 - 1);

    private final AtomicReferenceArray<@Nullable Session> places = new AtomicReferenceArray<>(PLACES * WIDTH);
    private final Vocabulary vocabulary;

    SessionPool(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Session borrow() {
        int place = place();
        Session session = places.getAndSet(place, null);
        if (session == null) {
            session = places.getAndSet(next(place), null);
        }
        return session != null ? session : Session.of(vocabulary);
    }

    /** Takes a session back that no exception went through. */
    void giveBack(Session session) {
        int place = place();
        if (!places.compareAndSet(place, null, session)) {
            places.compareAndSet(next(place), null, session);
        }
    }

    @SuppressWarnings("deprecation") // threadId() is of JDK 19; nobody overrides this one to any effect
    private static int place() {
        return (int) (Thread.currentThread().getId() & (PLACES - 1)) * WIDTH;
    }

    private static int next(int place) {
        return (place + WIDTH) & (PLACES * WIDTH - 1);
    }
}
