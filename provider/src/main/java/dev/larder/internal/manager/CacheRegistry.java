package dev.larder.internal.manager;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caches of one manager by name. A name is reserved before its cache is created, so that no lock is held while
 * factories of the application run. A caller that asks for a cache under creation waits until it exists. A caller that
 * needs the name of a cache that is being closed waits until it is gone; see {@link CacheSlot}.
 */
final class CacheRegistry {
    private final Map<String, CacheSlot> slots = new ConcurrentHashMap<>();

    /**
     * Reserves a name; null if there is a cache of that name.
     *
     * @throws javax.cache.CacheException if the creation or closing of a cache of that name takes too long
     */
    @Nullable
    CacheSlot reserve(String name) {
        CacheSlot cacheSlot = new CacheSlot(name, freed -> slots.remove(name, freed));
        CacheWaitLimit cacheWaitLimit = new CacheWaitLimit();
        for (CacheSlot taken = slots.putIfAbsent(name, cacheSlot);
                taken != null;
                taken = slots.putIfAbsent(name, cacheSlot)) {
            if (taken.isOpen()) {
                return null;
            }
            taken.awaitCreatedOrGone(cacheWaitLimit);
        }
        return cacheSlot;
    }

    /**
     * The open cache of that name, null if there is none.
     *
     * @throws javax.cache.CacheException if its creation takes too long
     */
    @Nullable
    OpenCache find(String name) {
        CacheSlot cacheSlot = slots.get(name);
        if (cacheSlot != null && cacheSlot.isBeingCreated()) {
            cacheSlot = awaitCreated(cacheSlot, new CacheWaitLimit());
        }
        return cacheSlot != null && cacheSlot.isOpen() ? cacheSlot.content() : null;
    }

    private @Nullable CacheSlot awaitCreated(CacheSlot first, CacheWaitLimit cacheWaitLimit) {
        CacheSlot cacheSlot = first;
        while (cacheSlot != null && cacheSlot.isBeingCreated()) {
            cacheSlot.awaitCreatedOrGone(cacheWaitLimit);
            cacheSlot = slots.get(first.name());
        }
        return cacheSlot;
    }

    List<String> names() {
        return occupiedSlots().map(CacheSlot::name).toList();
    }

    List<OpenCache> all() {
        return occupiedSlots().map(CacheSlot::content).filter(Objects::nonNull).toList();
    }

    private Stream<CacheSlot> occupiedSlots() {
        return slots.values().stream().filter(cacheSlot -> cacheSlot.content() != null);
    }
}
