package dev.larder.internal.event;

import dev.larder.internal.lock.KeyTable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one cache, and the events still to be delivered to them. Thread-safe. */
public final class Listeners<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Cache<K, V> cache;
    private final Executor executor;
    private final SerialExecutor remoteEvents;
    private final CopyOnWriteArrayList<ListenerRegistration<K, V>> registrations = new CopyOnWriteArrayList<>();
    private final KeyTable<EventQueue<K, V>> eventQueues = new KeyTable<>();

    /**
     * @param cache the source of all events
     * @param executor runs asynchronous listeners
     */
    public Listeners(Cache<K, V> cache, Executor executor) {
        this.cache = cache;
        this.executor = executor;
        this.remoteEvents = new SerialExecutor(executor);
    }

    /** Creates and adds a listener. If its factories throw, the exception is passed on and nothing is added. */
    public void register(CacheEntryListenerConfiguration<K, V> configuration) {
        registrations.add(new ListenerRegistration<>(configuration, executor));
    }

    /** Removes and closes the listener of this configuration, if there is one. */
    public void deregister(CacheEntryListenerConfiguration<K, V> configuration) {
        for (ListenerRegistration<K, V> listenerRegistration : registrations) {
            if (listenerRegistration.isOf(configuration) && registrations.remove(listenerRegistration)) {
                listenerRegistration.close();
            }
        }
    }

    /** Whether there is no listener, so that no event is needed. */
    public boolean isEmpty() {
        return registrations.isEmpty();
    }

    /** Whether any listener receives events of this type. */
    public boolean anyAccepts(EventType type) {
        // Not a stream, which would cost a fifth of a put.
        for (ListenerRegistration<K, V> listenerRegistration : registrations) {
            if (listenerRegistration.accepts(type)) {
                return true;
            }
        }
        return false;
    }

    /** Posts the changes of a key. Call {@link PendingDelivery#deliver} after leaving the key lock. */
    public PendingDelivery post(K key, List<EntryChange<K, V>> changes) {
        EventBatch<K, V> eventBatch = new EventBatch<>(changes);
        EventQueue<K, V> eventQueue = posted(key, eventBatch);
        return () -> {
            eventQueue.deliver(eventQueues, each -> each.deliver(cache, registrations));
            eventBatch.endCall();
        };
    }

    /** Posts and delivers in the background, one after the other. What listeners throw is logged. */
    public void postInBackground(Supplier<PendingDelivery> post) {
        remoteEvents.execute(() -> {
            try {
                post.get().deliver();
            } catch (Exception failure) {
                LOG.warn(
                        "cache '{}': an event of another JVM could not be delivered; it is dropped",
                        cache.getName(),
                        failure);
            }
        });
    }

    /** Closes every listener and filter that can be closed. */
    public void close() {
        registrations.forEach(ListenerRegistration::close);
        registrations.clear();
    }

    private EventQueue<K, V> posted(K key, EventBatch<K, V> eventBatch) {
        EventQueue<K, V> present = eventQueues.find(key);
        while (present == null || !present.post(eventBatch)) {
            EventQueue<K, V> fresh = new EventQueue<>(key);
            fresh.post(eventBatch);
            present = eventQueues.putIfAbsent(fresh);
            if (present == null) {
                return fresh;
            }
        }
        return present;
    }

    /** Events that are posted but still to be delivered. */
    @FunctionalInterface
    public interface PendingDelivery {
        /** Nothing to deliver. */
        PendingDelivery NOTHING = () -> {};

        /**
         * Delivers the events, and waits for the synchronous listeners.
         *
         * @throws javax.cache.event.CacheEntryListenerException what one of them threw
         */
        void deliver();
    }
}
