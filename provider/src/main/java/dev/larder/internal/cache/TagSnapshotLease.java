package dev.larder.internal.cache;

import dev.larder.Lease;
import dev.larder.internal.tag.Tags.TagSnapshot;
import java.util.Set;

/** A lease: a tag snapshot that the application keeps while it computes a value. */
record TagSnapshotLease(TagSnapshot tagSnapshot) implements Lease {
    @Override
    public Set<String> tags() {
        return Set.copyOf(tagSnapshot.names());
    }
}
