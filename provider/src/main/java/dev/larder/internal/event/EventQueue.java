package dev.larder.internal.event;

import dev.larder.internal.lock.HeldLocks;
import dev.larder.internal.lock.KeyLock;
import dev.larder.internal.lock.KeyTable;
import dev.larder.internal.lock.WaitLimit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Parcels of one key, delivered one after the other in the order in which they were posted. A turn
 * posts while it lasts, and delivers after it is over.
 *
 * <p>A listener may call the cache again, and its turn will post too. Such a nested turn never waits for
 * another outbox, nor does a turn within a turn: if another thread is delivering there, that thread delivers this parcel
 * as well, and the nested call returns before. Two listeners that write to each other's keys would wait for each
 * other for ever otherwise. And a listener may wait for a thread that writes its key: so any other call does not wait
 * for longer than its {@link WaitLimit} either.
 */
final class EventQueue<K, V> extends KeyLock {
    private static final AtomicReferenceFieldUpdater<EventQueue<?, ?>, @Nullable EventBatch<?, ?>> NEWEST = updater();
    private static final EventBatch<?, ?> CLOSED = new EventBatch<>(List.of());

    private volatile @Nullable EventBatch<?, ?> newest;

    /** What the holder has taken out of the above to deliver: the others are behind it. */
    private @Nullable EventBatch<K, V> oldest;

    EventQueue(Object key) {
        super(key, null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // class literals know no type parameters
    private static AtomicReferenceFieldUpdater<EventQueue<?, ?>, @Nullable EventBatch<?, ?>> updater() {
        return (AtomicReferenceFieldUpdater)
                AtomicReferenceFieldUpdater.newUpdater(EventQueue.class, EventBatch.class, "newest");
    }

    /** Takes a parcel in; false if the outbox has been closed, and the key wants a new one. */
    boolean post(EventBatch<K, V> eventBatch) {
        while (true) {
            EventBatch<?, ?> before = newest;
            if (before == CLOSED) {
                return false;
            }
            eventBatch.precede(before);
            if (NEWEST.compareAndSet(this, before, eventBatch)) {
                return true;
            }
        }
    }

    /** Delivers all that was posted, unless another thread is at it that will do it and need not be waited for. */
    void deliver(KeyTable<EventQueue<K, V>> table, Consumer<EventBatch<K, V>> delivery) {
        if (isHeldByCurrentThread()) {
            deliverSome(delivery);
            return;
        }
        HeldLocks held = HeldLocks.prepare();
        if (!(held.mayAwaitDelivery() ? acquire(WaitLimit.CALLS) : tryAcquire())) {
            return;
        }
        held.beginDelivery(this);
        try {
            do {
                deliverSome(delivery);
            } while (!release(table));
        } finally {
            abandon();
            held.forget(this);
        }
    }

    // What comes meanwhile is for those who wait, if there are any: no caller delivers for others without end.
    private void deliverSome(Consumer<EventBatch<K, V>> delivery) {
        EventBatch<K, V> eventBatch = poll(true);
        while (eventBatch != null) {
            delivery.accept(eventBatch);
            showProgress();
            eventBatch = poll(false);
        }
    }

    @SuppressWarnings("unchecked") // only post fills it
    private @Nullable EventBatch<K, V> poll(boolean refill) {
        if (oldest == null && refill) {
            oldest = (EventBatch<K, V>) EventBatch.reversed(NEWEST.getAndSet(this, null));
        }
        EventBatch<K, V> first = oldest;
        oldest = first == null ? null : first.next();
        return first;
    }

    /** Whether it is of no more use, since all is delivered. */
    @Override
    protected boolean close() {
        return oldest == null && NEWEST.compareAndSet(this, null, CLOSED);
    }

    @Override
    public boolean isRetired() {
        return newest == CLOSED || super.isRetired();
    }
}
