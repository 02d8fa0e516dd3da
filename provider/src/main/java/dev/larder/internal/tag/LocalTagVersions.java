package dev.larder.internal.tag;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The local tag versions of an entry in this JVM. A counter is incremented after every invalidation. While it has the
 * value of the last check, none of these versions is outdated, and one comparison is enough for all of them.
 *
 * <p>Few entries have more than three tags. The first three are in fields, which take less memory than an array.
 */
public final class LocalTagVersions implements TagStamps {
    private static final int IN_FIELDS = 3;

    /** The versions of an entry without tags. */
    public static final LocalTagVersions NONE = new LocalTagVersions(Stream.empty(), new AtomicLong());

    private final AtomicLong invalidationCount;
    private final @Nullable LocalTagVersion first;
    private final @Nullable LocalTagVersion second;
    private final @Nullable LocalTagVersion third;
    private final LocalTagVersion @Nullable [] others;
    private volatile long validAtCount = -1;

    /**
     * @param invalidationCount the number of invalidations, of these and other tags
     */
    LocalTagVersions(Stream<LocalTagVersion> versions, AtomicLong invalidationCount) {
        this.invalidationCount = invalidationCount;
        LocalTagVersion[] all = versions.toArray(LocalTagVersion[]::new);
        first = at(0, all);
        second = at(1, all);
        third = at(2, all);
        others = all.length > IN_FIELDS ? Arrays.copyOfRange(all, IN_FIELDS, all.length) : null;
    }

    private static @Nullable LocalTagVersion at(int place, LocalTagVersion[] all) {
        return place < all.length ? all[place] : null;
    }

    /** Whether one of the tags has been invalidated since. */
    public boolean areOutdated() {
        // Read the counter first: an invalidation after this read increments it later.
        long now = invalidationCount.get();
        return validAtCount != now && checkOutdated(now);
    }

    private boolean checkOutdated(long now) {
        if (isOutdated(first) || isOutdated(second) || isOutdated(third) || others != null && areOutdated(others)) {
            return true;
        }
        validAtCount = now;
        return false;
    }

    private static boolean isOutdated(@Nullable LocalTagVersion localTagVersion) {
        return localTagVersion != null && localTagVersion.isOutdated();
    }

    private static boolean areOutdated(LocalTagVersion[] versions) {
        for (LocalTagVersion localTagVersion : versions) {
            if (localTagVersion.isOutdated()) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    LocalTagVersion of(String tag) {
        return all().filter(localTagVersion -> localTagVersion.tag.equals(tag))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> names() {
        return all().map(localTagVersion -> localTagVersion.tag).toList();
    }

    private Stream<LocalTagVersion> all() {
        Stream<LocalTagVersion> inFields = Stream.of(first, second, third).flatMap(Stream::ofNullable);
        return others == null ? inFields : Stream.concat(inFields, Arrays.stream(others));
    }
}
