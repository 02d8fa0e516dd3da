package dev.larder.internal.tag;

import java.util.List;

/** Tags, each with the stamp or version that an entry got for it. Immutable. */
public sealed interface TagStamps permits LocalTagVersions, StampedTags {
    List<String> names();
}
