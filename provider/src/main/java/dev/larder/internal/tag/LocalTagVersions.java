package dev.larder.internal.tag;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The marks that an entry of this JVM bears. How often marks have been moved is counted, after they have: as long as that
 * number stands where it stood when this was looked through last, none of these has moved, and one look is enough for all.
 *
 * <p>Few entries bear more than three; those three stand in fields, which is less than an array takes.
 */
public final class LocalTagVersions implements TagStamps {
    private static final int IN_FIELDS = 3;

    /** Of an entry without tags. */
    public static final LocalTagVersions NONE = new LocalTagVersions(Stream.empty(), new AtomicLong());

    private final AtomicLong moves;
    private final @Nullable LocalTagVersion first;
    private final @Nullable LocalTagVersion second;
    private final @Nullable LocalTagVersion third;
    private final LocalTagVersion @Nullable [] others;
    private volatile long unmovedAfter = -1;

    /**
     * @param moves counts the moves of marks, these among them
     */
    LocalTagVersions(Stream<LocalTagVersion> marks, AtomicLong moves) {
        this.moves = moves;
        LocalTagVersion[] all = marks.toArray(LocalTagVersion[]::new);
        first = at(0, all);
        second = at(1, all);
        third = at(2, all);
        others = all.length > IN_FIELDS ? Arrays.copyOfRange(all, IN_FIELDS, all.length) : null;
    }

    private static @Nullable LocalTagVersion at(int place, LocalTagVersion[] all) {
        return place < all.length ? all[place] : null;
    }

    /** Whether one of the tags has been invalidated since. */
    public boolean haveMoved() {
        // The number first: what moves after that look is counted later still.
        long now = moves.get();
        return unmovedAfter != now && haveMovedBy(now);
    }

    private boolean haveMovedBy(long now) {
        if (hasMoved(first) || hasMoved(second) || hasMoved(third) || others != null && haveMoved(others)) {
            return true;
        }
        unmovedAfter = now;
        return false;
    }

    private static boolean hasMoved(@Nullable LocalTagVersion localTagVersion) {
        return localTagVersion != null && localTagVersion.hasMoved();
    }

    private static boolean haveMoved(LocalTagVersion[] marks) {
        for (LocalTagVersion localTagVersion : marks) {
            if (localTagVersion.hasMoved()) {
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
        Stream<LocalTagVersion> near = Stream.of(first, second, third).flatMap(Stream::ofNullable);
        return others == null ? near : Stream.concat(near, Arrays.stream(others));
    }
}
