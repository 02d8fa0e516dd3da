package dev.larder.internal.codec.kryo;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Sessions at rest, about one per processor. A thread looks in the place that its number points to
 * and in the next, so that threads seldom meet; who finds none makes one, and who finds no room for
 * it afterwards drops it. A place is a cache line of its own. Thread-safe.
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

    /** Takes a session back that no exception went through. */
    public void giveBack(KryoSession kryoSession) {
        int place = place();
        if (!places.compareAndSet(place, null, kryoSession)) {
            places.compareAndSet(next(place), null, kryoSession);
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
