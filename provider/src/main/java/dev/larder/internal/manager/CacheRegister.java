package dev.larder.internal.manager;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caches of one manager by name. A name is taken before its cache is made, so that no lock need be
 * held while factories of the application run. Who asks for a cache that is being made waits until it is there, and who
 * wants a name whose cache is being closed until it is gone: see {@link Place}.
 */
final class CacheRegister {
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /**
     * Takes a name; null if there is a cache of that name.
     *
     * @throws javax.cache.CacheException if the name stays neither free nor taken for too long
     */
    @Nullable
    Place take(String name) {
        Place place = new Place(name, freed -> places.remove(name, freed));
        Patience patience = new Patience();
        for (Place taken = places.putIfAbsent(name, place); taken != null; taken = places.putIfAbsent(name, place)) {
            if (taken.isOpen()) {
                return null;
            }
            taken.awaitMadeOrGone(patience);
        }
        return place;
    }

    /**
     * The open cache of that name, null if there is none.
     *
     * @throws javax.cache.CacheException if it is being made for too long
     */
    @Nullable
    OpenCache find(String name) {
        Place place = places.get(name);
        if (place != null && place.isBeingMade()) {
            place = made(place, new Patience());
        }
        return place != null && place.isOpen() ? place.content() : null;
    }

    private @Nullable Place made(Place first, Patience patience) {
        Place place = first;
        while (place != null && place.isBeingMade()) {
            place.awaitMadeOrGone(patience);
            place = places.get(first.name());
        }
        return place;
    }

    List<String> names() {
        return filled().map(Place::name).toList();
    }

    List<OpenCache> all() {
        return filled().map(Place::content).filter(Objects::nonNull).toList();
    }

    private Stream<Place> filled() {
        return places.values().stream().filter(place -> place.content() != null);
    }
}
