package dev.larder.internal.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The version of a tag in this JVM. An invalidation marks it as outdated for ever, and the tag gets a new one. */
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
