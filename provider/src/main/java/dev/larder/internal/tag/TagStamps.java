package dev.larder.internal.tag;

import java.util.List;

/** Tags, each with what it was at when an entry was stamped. Immutable. */
public sealed interface TagStamps permits LocalTagVersions, StampedTags {
    List<String> names();
}
