package dev.larder.internal.codec.kryo;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A pool of idle sessions, about one per processor. A thread tries the slot given by its thread id and the next one, so
 * that threads seldom collide. If both are empty it creates a session; if both are full on return, it drops the
 * session. Each slot has its own cache line. Thread-safe.
 */
public final class KryoSessionPool {
    private static final int WIDTH = 16;
    private static final int PLACES =
            Integer.highestOneBit(Math.max(16, 2 * Runtime.getRuntime().availableProcessors()) * 2 - 1);

    private final AtomicReferenceArray<@Nullable KryoSession> places = new AtomicReferenceArray<>(PLACES * WIDTH);
    private final SerializerRegistry serializerRegistry;

    public KryoSessionPool(SerializerRegistry serializerRegistry) {
        this.serializerRegistry = serializerRegistry;
    }

    public SerializerRegistry vocabulary() {
        return serializerRegistry;
    }

    public KryoSession borrow() {
        int place = place();
        KryoSession kryoSession = places.getAndSet(place, null);
        if (kryoSession == null) {
            kryoSession = places.getAndSet(next(place), null);
        }
        return kryoSession != null ? kryoSession : KryoSession.of(serializerRegistry);
    }

    /** Returns a session. A session that has seen an exception must not be returned. */
    public void giveBack(KryoSession kryoSession) {
        int place = place();
        if (!places.compareAndSet(place, null, kryoSession)) {
            places.compareAndSet(next(place), null, kryoSession);
        }
    }

    @SuppressWarnings("deprecation") // threadId() needs JDK 19
    private static int place() {
        return (int) (Thread.currentThread().getId() & (PLACES - 1)) * WIDTH;
    }

    private static int next(int place) {
        return (place + WIDTH) & (PLACES * WIDTH - 1);
    }
}
