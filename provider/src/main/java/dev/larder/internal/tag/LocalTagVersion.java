package dev.larder.internal.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a tag of this JVM is at, until it is invalidated: then the mark has moved for ever, and the tag gets another. */
final class LocalTagVersion {
    final String tag;
    private volatile boolean moved;

    LocalTagVersion(String tag) {
        this.tag = tag;
    }

    boolean hasMoved() {
        return moved;
    }

    void move() {
        moved = true;
    }

    static @Nullable LocalTagVersion in(@Nullable TagStamps stamps, String tag) {
        return stamps == null ? null : ((LocalTagVersions) stamps).of(Objects.requireNonNull(tag));
    }
}
