package dev.larder.contract;

import java.util.List;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;

/** A synchronous listener that records events as text. Not thread-safe. */
public record EventRecorder(List<String> events)
        implements CacheEntryCreatedListener<String, Integer>,
                CacheEntryUpdatedListener<String, Integer>,
                CacheEntryRemovedListener<String, Integer>,
                CacheEntryExpiredListener<String, Integer> {

    public static CacheEntryListenerConfiguration<String, Integer> to(List<String> events) {
        EventRecorder listener = new EventRecorder(events);
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true);
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        add(events);
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        add(events);
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        add(events);
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        add(events);
    }

    private void add(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> received) {
        received.forEach(each -> events.add(each.getEventType() + " " + each.getKey() + "=" + each.getValue()));
    }
}
