package dev.larder.internal.manager;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caches of one manager by name. A name is taken before its cache is made, so that no lock need be
 * held while factories of the application run; until the cache stands there, nobody sees it.
 */
final class CacheRegister {
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** Takes a name; null if it is taken. */
    @Nullable
    Place take(String name) {
        Place place = new Place(name);
        return places.putIfAbsent(name, place) == null ? place : null;
    }

    /** The cache of that name, null if there is none (yet). */
    @Nullable
    OpenCache find(String name) {
        Place place = places.get(name);
        return place == null ? null : place.content;
    }

    List<String> names() {
        return filled().map(place -> place.name).toList();
    }

    List<OpenCache> all() {
        return filled().map(place -> place.content).filter(Objects::nonNull).toList();
    }

    private Stream<Place> filled() {
        return places.values().stream().filter(place -> place.content != null);
    }

    /** Where the cache of one name stands, once. */
    final class Place {
        private final String name;
        private volatile @Nullable OpenCache content;

        private Place(String name) {
            this.name = name;
        }

        void fill(OpenCache cache) {
            content = cache;
        }

        /** Hides the beans of what stood here and lets the name go. Idempotent. */
        void free() {
            OpenCache cache = content;
            if (cache != null) {
                cache.beans().close();
            }
            places.remove(name, this);
        }
    }
}
