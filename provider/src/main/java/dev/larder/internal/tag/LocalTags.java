package dev.larder.internal.tag;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tags of this JVM. An entry refers to the local tag versions of its tags, so that checking it takes a few volatile
 * reads and no lookup. The table holds the versions weakly. A tag without entries and leases takes no memory; its next
 * user gets a new version.
 *
 * <p>The order of steps ensures that an invalidation wins over a load. An invalidation is recorded in
 * {@link InvalidationHistory} first, and then outdates the version. A finished load takes the versions of its tags
 * first, and then checks the history. If the history does not contain an invalidation, that invalidation has yet to
 * outdate the version, and it is the one that the load has taken.
 */
final class LocalTags implements Tags {
    private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();
    private final ReferenceQueue<LocalTagVersion> forgotten = new ReferenceQueue<>();
    private final InvalidationHistory invalidationHistory = new InvalidationHistory();
    private final AtomicLong moves = new AtomicLong();

    @Override
    public LocalTagVersions present(Collection<String> names, @Nullable TagStamps inherited, boolean checked) {
        forget();
        return new LocalTagVersions(
                names.stream().map(name -> {
                    LocalTagVersion own = LocalTagVersion.in(inherited, name);
                    return own == null ? present(name) : own;
                }),
                moves);
    }

    private LocalTagVersion present(String name) {
        while (true) {
            Place place = places.get(name);
            LocalTagVersion localTagVersion = place == null ? null : place.get();
            if (localTagVersion != null) {
                return localTagVersion;
            }
            LocalTagVersion fresh = new LocalTagVersion(name);
            Place next = new Place(fresh, forgotten);
            if (place == null ? places.putIfAbsent(name, next) == null : places.replace(name, place, next)) {
                return fresh;
            }
        }
    }

    @Override
    public TagSnapshot look(Collection<String> names) {
        long moment = invalidationHistory.now();
        return new View(this, present(names, null, false), moment);
    }

    @Override
    public @Nullable TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked) {
        View view = view(tagSnapshot);
        LocalTagVersions localTagVersions = present(names, view.held, false);
        List<String> seenLater =
                names.stream().filter(name -> view.held.of(name) == null).toList();
        return localTagVersions.haveMoved() || invalidationHistory.anySince(view.moment, seenLater)
                ? null
                : localTagVersions;
    }

    private View view(TagSnapshot tagSnapshot) {
        if (tagSnapshot instanceof View view && view.owner == this) {
            return view;
        }
        throw new IllegalArgumentException("a lease of another cache manager; take one from the cache that it is for");
    }

    @Override
    public void invalidate(Collection<String> names) {
        names.forEach(invalidationHistory::add);
        names.forEach(this::move);
        moves.incrementAndGet();
    }

    @Override
    public long invalidations() {
        return invalidationHistory.now();
    }

    private void move(String name) {
        Place place = places.remove(name);
        LocalTagVersion localTagVersion = place == null ? null : place.get();
        if (localTagVersion != null) {
            localTagVersion.move();
        }
    }

    private void forget() {
        for (Object gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            Place place = (Place) gone;
            places.remove(place.name, place);
        }
    }

    /** The number of tags in the table: those in use, and some that no longer are. */
    int size() {
        forget();
        return places.size();
    }

    private static final class Place extends WeakReference<LocalTagVersion> {
        private final String name;

        Place(LocalTagVersion localTagVersion, ReferenceQueue<LocalTagVersion> forgotten) {
            super(localTagVersion, forgotten);
            this.name = localTagVersion.tag;
        }
    }

    private record View(LocalTags owner, LocalTagVersions held, long moment) implements TagSnapshot {
        @Override
        public List<String> names() {
            return held.names();
        }
    }
}
