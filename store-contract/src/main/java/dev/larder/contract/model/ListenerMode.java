package dev.larder.contract.model;

import java.util.List;
import java.util.function.Predicate;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryEventFilter;

/** The kind of listener of a trial, if any. */
public enum ListenerMode {
    NONE(true, false, key -> false),
    SYNC(true, false, key -> true),
    ASYNC(false, false, key -> true),
    FILTERED(true, false, key -> key.compareTo("k2") < 0),
    OLD_VALUE(true, true, key -> true),
    OLD_VALUE_ASYNC(false, true, key -> true);

    final boolean sync;
    final boolean oldValue;
    private final Predicate<String> filter;

    ListenerMode(boolean sync, boolean oldValue, Predicate<String> filter) {
        this.sync = sync;
        this.oldValue = oldValue;
        this.filter = filter;
    }

    boolean accepts(String key) {
        return filter.test(key);
    }

    List<CacheEntryListenerConfiguration<String, Integer>> configurations(EventLog eventLog) {
        if (this == NONE) {
            return List.of();
        }
        CacheEntryEventFilter<String, Integer> events = event -> accepts(event.getKey());
        return List.of(new MutableCacheEntryListenerConfiguration<>(
                () -> eventLog, this == FILTERED ? () -> events : null, oldValue, sync));
    }
}
