package dev.larder.internal.event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Parcels of some keys, delivered one after the other in the order in which they were posted. A turn
 * posts while it holds its stripe, and delivers after it has let go.
 *
 * <p>A listener may call the cache again, and its turn will post too. Such a nested turn never waits for
 * another outbox: if another thread is delivering there, that thread delivers this parcel as well, and
 * the nested call returns before. Two listeners that write to each other's keys would wait for each
 * other for ever otherwise.
 */
final class Outbox<K, V> {
    private static final ThreadLocal<int[]> DELIVERING = ThreadLocal.withInitial(() -> new int[1]);

    private final Queue<Parcel<K, V>> parcels = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    void post(Parcel<K, V> parcel) {
        parcels.add(parcel);
    }

    /** Delivers all that was posted, unless this thread is delivering and another one will do it. */
    void deliver(Consumer<Parcel<K, V>> delivery) {
        int[] depth = DELIVERING.get();
        if (depth[0] == 0) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return;
        }
        do {
            depth[0]++;
            try {
                drain(delivery);
            } finally {
                depth[0]--;
                lock.unlock();
            }
            // A nested turn may have posted, and found the lock taken, after the last look.
        } while (!parcels.isEmpty() && lock.tryLock());
    }

    private void drain(Consumer<Parcel<K, V>> delivery) {
        for (Parcel<K, V> parcel = parcels.poll(); parcel != null; parcel = parcels.poll()) {
            delivery.accept(parcel);
        }
    }
}
