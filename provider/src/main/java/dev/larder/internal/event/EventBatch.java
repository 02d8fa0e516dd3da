package dev.larder.internal.event;

import java.util.List;
import javax.cache.Cache;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one transition, and the result of their delivery. It is delivered under the lock of its event queue.
 */
final class EventBatch<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(EventBatch.class);

    private final List<EntryChange<K, V>> changes;
    private @Nullable EventBatch<?, ?> neighbour;
    private @Nullable Thread deliverer;
    private @Nullable Throwable failure;
    private volatile boolean delivered;
    private volatile boolean callEnded;

    EventBatch(List<EntryChange<K, V>> changes) {
        this.changes = changes;
    }

    /** Puts this batch on top of a stack. */
    void linkTo(@Nullable EventBatch<?, ?> other) {
        neighbour = other;
    }

    /** Reverses a stack, so that the oldest batch comes first. */
    static @Nullable EventBatch<?, ?> reversed(@Nullable EventBatch<?, ?> newest) {
        EventBatch<?, ?> done = null;
        EventBatch<?, ?> rest = newest;
        while (rest != null) {
            EventBatch<?, ?> older = rest.neighbour;
            rest.neighbour = done;
            done = rest;
            rest = older;
        }
        return done;
    }

    /** The batch posted after this one, in a stack that is {@link #reversed}. */
    @SuppressWarnings("unchecked") // a queue holds batches of one cache
    @Nullable
    EventBatch<K, V> next() {
        return (EventBatch<K, V>) neighbour;
    }

    /** Notifies every listener, whatever the others throw. */
    void deliver(Cache<K, V> cache, List<ListenerRegistration<K, V>> registrations) {
        deliverer = Thread.currentThread();
        for (EntryChange<K, V> entryChange : changes) {
            for (ListenerRegistration<K, V> listenerRegistration : registrations) {
                try {
                    listenerRegistration.deliver(cache, entryChange);
                } catch (Exception | Error thrown) {
                    addFailure(thrown);
                }
            }
        }
        delivered = true;
        if (callEnded && failure != null) {
            LOG.warn(
                    "cache '{}': a listener failed after the call that caused the event had ended",
                    cache.getName(),
                    failure);
        }
    }

    private void addFailure(Throwable thrown) {
        Throwable first = failure;
        if (first == null) {
            failure = thrown;
        } else if (first != thrown) {
            first.addSuppressed(thrown);
        }
    }

    /**
     * Ends the call that posted this batch, whether or not it is delivered by now.
     *
     * @throws CacheEntryListenerException what the first listener threw, with the others' suppressed in it
     */
    void endCall() {
        if (!delivered) {
            callEnded = true;
        }
        if (delivered && failure != null) {
            rethrow(failure);
        }
    }

    private void rethrow(Throwable thrown) {
        if (thrown instanceof CacheEntryListenerException exception) {
            throw exception;
        }
        if (thrown instanceof Error error && deliverer == Thread.currentThread()) {
            throw error;
        }
        throw new CacheEntryListenerException(
                "a listener threw an Error in the thread that delivered the event: " + thrown, thrown);
    }
}
