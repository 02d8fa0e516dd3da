package dev.larder.internal.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The version of a tag in this JVM. An invalidation marks it as outdated for ever, and the tag gets a new one. */
final class LocalTagVersion {
    final String tag;
    private volatile boolean outdated;

    LocalTagVersion(String tag) {
        this.tag = tag;
    }

    boolean isOutdated() {
        return outdated;
    }

    void invalidate() {
        outdated = true;
    }

    static @Nullable LocalTagVersion in(@Nullable TagStamps stamps, String tag) {
        return stamps == null ? null : ((LocalTagVersions) stamps).of(Objects.requireNonNull(tag));
    }
}
