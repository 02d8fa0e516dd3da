package dev.larder.internal.tag;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The marks that an entry of this JVM bears. Few entries bear more than three; those three stand in fields, because a
 * look at an array costs each read a step more.
 */
public final class Marks implements TagStamps {
    private static final int IN_FIELDS = 3;

    /** Of an entry without tags. */
    public static final Marks NONE = new Marks(Stream.empty());

    private final @Nullable Mark first;
    private final @Nullable Mark second;
    private final @Nullable Mark third;
    private final Mark @Nullable [] others;

    Marks(Stream<Mark> marks) {
        Mark[] all = marks.toArray(Mark[]::new);
        first = at(0, all);
        second = at(1, all);
        third = at(2, all);
        others = all.length > IN_FIELDS ? Arrays.copyOfRange(all, IN_FIELDS, all.length) : null;
    }

    private static @Nullable Mark at(int place, Mark[] all) {
        return place < all.length ? all[place] : null;
    }

    /** Whether one of the tags has been invalidated since. */
    public boolean haveMoved() {
        return hasMoved(first) || hasMoved(second) || hasMoved(third) || others != null && haveMoved(others);
    }

    private static boolean hasMoved(@Nullable Mark mark) {
        return mark != null && mark.hasMoved();
    }

    private static boolean haveMoved(Mark[] marks) {
        for (Mark mark : marks) {
            if (mark.hasMoved()) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Mark of(String tag) {
        return all().filter(mark -> mark.tag.equals(tag)).findFirst().orElse(null);
    }

    @Override
    public List<String> names() {
        return all().map(mark -> mark.tag).toList();
    }

    private Stream<Mark> all() {
        Stream<Mark> near = Stream.of(first, second, third).flatMap(Stream::ofNullable);
        return others == null ? near : Stream.concat(near, Arrays.stream(others));
    }
}
