package dev.larder.internal.tag;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The marks that an entry of this JVM bears. */
public final class Marks implements TagStamps {
    private final Mark[] marks;

    Marks(Stream<Mark> marks) {
        this.marks = marks.toArray(Mark[]::new);
    }

    /** Whether one of the tags has been invalidated since. */
    public boolean haveMoved() {
        for (Mark mark : marks) {
            if (mark.hasMoved()) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Mark of(String tag) {
        for (Mark mark : marks) {
            if (mark.tag.equals(tag)) {
                return mark;
            }
        }
        return null;
    }

    @Override
    public List<String> names() {
        return Arrays.stream(marks).map(mark -> mark.tag).toList();
    }
}
