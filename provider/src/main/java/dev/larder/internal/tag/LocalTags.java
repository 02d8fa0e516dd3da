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
    private final ConcurrentMap<String, VersionReference> references = new ConcurrentHashMap<>();
    private final ReferenceQueue<LocalTagVersion> collected = new ReferenceQueue<>();
    private final InvalidationHistory invalidationHistory = new InvalidationHistory();
    private final AtomicLong invalidationCount = new AtomicLong();

    @Override
    public LocalTagVersions current(Collection<String> names, @Nullable TagStamps inherited, boolean checked) {
        removeCollected();
        return new LocalTagVersions(
                names.stream().map(name -> {
                    LocalTagVersion own = LocalTagVersion.in(inherited, name);
                    return own == null ? present(name) : own;
                }),
                invalidationCount);
    }

    private LocalTagVersion present(String name) {
        while (true) {
            VersionReference versionReference = references.get(name);
            LocalTagVersion localTagVersion = versionReference == null ? null : versionReference.get();
            if (localTagVersion != null) {
                return localTagVersion;
            }
            LocalTagVersion fresh = new LocalTagVersion(name);
            VersionReference next = new VersionReference(fresh, collected);
            if (versionReference == null
                    ? references.putIfAbsent(name, next) == null
                    : references.replace(name, versionReference, next)) {
                return fresh;
            }
        }
    }

    @Override
    public TagSnapshot takeSnapshot(Collection<String> names) {
        long moment = invalidationHistory.position();
        return new LocalSnapshot(this, current(names, null, false), moment);
    }

    @Override
    public @Nullable TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked) {
        LocalSnapshot localSnapshot = requireOwn(tagSnapshot);
        LocalTagVersions localTagVersions = current(names, localSnapshot.held, false);
        List<String> laterNames = names.stream()
                .filter(name -> localSnapshot.held.of(name) == null)
                .toList();
        return localTagVersions.areOutdated() || invalidationHistory.anySince(localSnapshot.moment, laterNames)
                ? null
                : localTagVersions;
    }

    private LocalSnapshot requireOwn(TagSnapshot tagSnapshot) {
        if (tagSnapshot instanceof LocalSnapshot localSnapshot && localSnapshot.owner == this) {
            return localSnapshot;
        }
        throw new IllegalArgumentException(
                "the lease belongs to another cache manager; take one from the cache that you use it with");
    }

    @Override
    public void invalidate(Collection<String> names) {
        names.forEach(invalidationHistory::add);
        names.forEach(this::invalidateTag);
        invalidationCount.incrementAndGet();
    }

    @Override
    public long invalidations() {
        return invalidationHistory.position();
    }

    private void invalidateTag(String name) {
        VersionReference versionReference = references.remove(name);
        LocalTagVersion localTagVersion = versionReference == null ? null : versionReference.get();
        if (localTagVersion != null) {
            localTagVersion.invalidate();
        }
    }

    private void removeCollected() {
        for (Object reference = collected.poll(); reference != null; reference = collected.poll()) {
            VersionReference versionReference = (VersionReference) reference;
            references.remove(versionReference.name, versionReference);
        }
    }

    /** The number of tags in the table: those in use, and some that no longer are. */
    int size() {
        removeCollected();
        return references.size();
    }

    private static final class VersionReference extends WeakReference<LocalTagVersion> {
        private final String name;

        VersionReference(LocalTagVersion localTagVersion, ReferenceQueue<LocalTagVersion> queue) {
            super(localTagVersion, queue);
            this.name = localTagVersion.tag;
        }
    }

    private record LocalSnapshot(LocalTags owner, LocalTagVersions held, long moment) implements TagSnapshot {
        @Override
        public List<String> names() {
            return held.names();
        }
    }
}
