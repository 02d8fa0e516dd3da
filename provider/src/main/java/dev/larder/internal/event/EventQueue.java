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
 * The event queue of one key. Batches are delivered one after the other, in the order in which they were posted. An
 * operation posts under its key lock, and delivers after leaving it.
 *
 * <p>A listener may call the cache again, and that nested operation posts events too. An operation nested in a delivery
 * or in another operation never waits for an event queue. If another thread is delivering there, that thread delivers
 * this batch as well, and the nested call returns before. Otherwise two listeners that write to each other's keys would
 * wait for each other for ever. A listener may also wait for a thread that writes its key. So other calls wait only up
 * to their {@link WaitLimit} too.
 */
final class EventQueue<K, V> extends KeyLock {
    private static final AtomicReferenceFieldUpdater<EventQueue<?, ?>, @Nullable EventBatch<?, ?>> NEWEST = updater();
    private static final EventBatch<?, ?> CLOSED = new EventBatch<>(List.of());

    private volatile @Nullable EventBatch<?, ?> newest;

    /** The next batch of those that the holder has taken out of {@link #newest}; the others follow it. */
    private @Nullable EventBatch<K, V> oldest;

    EventQueue(Object key) {
        super(key, null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // class literals know no type parameters
    private static AtomicReferenceFieldUpdater<EventQueue<?, ?>, @Nullable EventBatch<?, ?>> updater() {
        return (AtomicReferenceFieldUpdater)
                AtomicReferenceFieldUpdater.newUpdater(EventQueue.class, EventBatch.class, "newest");
    }

    /** Posts a batch. Returns false if the queue is closed, and the key needs a new one. */
    boolean post(EventBatch<K, V> eventBatch) {
        while (true) {
            EventBatch<?, ?> before = newest;
            if (before == CLOSED) {
                return false;
            }
            eventBatch.linkTo(before);
            if (NEWEST.compareAndSet(this, before, eventBatch)) {
                return true;
            }
        }
    }

    /**
     * Delivers all posted batches. Returns early if another thread delivers them and this thread may not wait for it,
     * or has waited too long.
     */
    void deliver(KeyTable<EventQueue<K, V>> table, Consumer<EventBatch<K, V>> delivery) {
        if (isHeldByCurrentThread()) {
            deliverSome(delivery);
            return;
        }
        @Nullable Object[] held = HeldLocks.ofThread();
        Thread currentThread = Thread.currentThread();
        try {
            if (HeldLocks.mayAwaitDelivery(held) ? acquire(WaitLimit.CALLS) : tryAcquire()) {
                HeldLocks.beginDelivery(held, this);
                deliverAll(table, delivery);
            }
        } finally {
            if (owner == currentThread) {
                owner = null;
                wakeNext();
            }
            HeldLocks.forget(held, this);
        }
    }

    private void deliverAll(KeyTable<EventQueue<K, V>> table, Consumer<EventBatch<K, V>> delivery) {
        do {
            deliverSome(delivery);
        } while (!release(table));
    }

    // Batches posted meanwhile are left to waiting threads, if there are any: no caller delivers for others without
    // end.
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

    /** Closes the queue if everything is delivered. Returns whether it is closed. */
    @Override
    protected boolean close() {
        return oldest == null && NEWEST.compareAndSet(this, null, CLOSED);
    }

    @Override
    public boolean isRetired() {
        return newest == CLOSED || super.isRetired();
    }
}
