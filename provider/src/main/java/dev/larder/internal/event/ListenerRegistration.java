package dev.larder.internal.event;

import dev.larder.internal.Closing;
import java.util.List;
import java.util.concurrent.Executor;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One registered listener with its filter. */
final class ListenerRegistration<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerRegistration.class);

    private final CacheEntryListenerConfiguration<K, V> configuration;
    private final CacheEntryListener<? super K, ? super V> listener;
    private final @Nullable CacheEntryEventFilter<? super K, ? super V> filter;
    private final @Nullable Executor queue;

    ListenerRegistration(CacheEntryListenerConfiguration<K, V> configuration, Executor executor) {
        this.configuration = configuration;
        this.listener = configuration.getCacheEntryListenerFactory().create();
        Factory<CacheEntryEventFilter<? super K, ? super V>> filters = configuration.getCacheEntryEventFilterFactory();
        this.filter = filters == null ? null : filters.create();
        this.queue = configuration.isSynchronous() ? null : new SerialExecutor(executor);
    }

    boolean isOf(CacheEntryListenerConfiguration<K, V> other) {
        return configuration.equals(other);
    }

    /** Whether the listener receives events of this type. */
    boolean accepts(EventType type) {
        return switch (type) {
            case CREATED -> listener instanceof CacheEntryCreatedListener;
            case UPDATED -> listener instanceof CacheEntryUpdatedListener;
            case REMOVED -> listener instanceof CacheEntryRemovedListener;
            case EXPIRED -> listener instanceof CacheEntryExpiredListener;
        };
    }

    /**
     * Notifies the listener, at once if it is synchronous, otherwise in its own queue.
     *
     * @throws CacheEntryListenerException what a synchronous listener or its filter threw
     */
    void deliver(Cache<K, V> cache, EntryChange<K, V> entryChange) {
        if (accepts(entryChange.type())) {
            ListenerEvent<K, V> listenerEvent =
                    new ListenerEvent<>(cache, entryChange, configuration.isOldValueRequired());
            if (queue == null) {
                dispatchOrThrow(listenerEvent);
            } else {
                queue.execute(() -> dispatchOrLog(listenerEvent));
            }
        }
    }

    private void dispatchOrThrow(ListenerEvent<K, V> listenerEvent) {
        try {
            dispatch(listenerEvent);
        } catch (CacheEntryListenerException alreadyWrapped) {
            throw alreadyWrapped;
        } catch (Exception failure) {
            throw new CacheEntryListenerException("a listener failed on " + listenerEvent + ": " + failure, failure);
        }
    }

    private void dispatchOrLog(ListenerEvent<K, V> listenerEvent) {
        try {
            dispatch(listenerEvent);
        } catch (Exception | Error failure) {
            LOG.warn("an asynchronous listener failed on {}", listenerEvent, failure);
        }
    }

    @SuppressWarnings("unchecked") // a listener of super types takes these events
    private void dispatch(ListenerEvent<K, V> listenerEvent) {
        if (filter != null && !filter.evaluate(listenerEvent)) {
            return;
        }
        List<CacheEntryEvent<? extends K, ? extends V>> events = List.of(listenerEvent);
        switch (listenerEvent.getEventType()) {
            case CREATED -> ((CacheEntryCreatedListener<K, V>) listener).onCreated(events);
            case UPDATED -> ((CacheEntryUpdatedListener<K, V>) listener).onUpdated(events);
            case REMOVED -> ((CacheEntryRemovedListener<K, V>) listener).onRemoved(events);
            case EXPIRED -> ((CacheEntryExpiredListener<K, V>) listener).onExpired(events);
        }
    }

    void close() {
        Closing.quietly(listener);
        Closing.quietly(filter);
    }
}
