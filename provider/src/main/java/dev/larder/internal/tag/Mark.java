package dev.larder.internal.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a tag of this JVM is at, until it is invalidated: then the mark has moved for ever, and the tag gets another. */
final class Mark {
    final String tag;
    private volatile boolean moved;

    Mark(String tag) {
        this.tag = tag;
    }

    boolean hasMoved() {
        return moved;
    }

    void move() {
        moved = true;
    }

    static @Nullable Mark in(@Nullable TagStamps stamps, String tag) {
        return stamps == null ? null : ((Marks) stamps).of(Objects.requireNonNull(tag));
    }
}
