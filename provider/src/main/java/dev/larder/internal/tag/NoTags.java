package dev.larder.internal.tag;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The tags of a store that does not support tags. */
public final class NoTags implements Tags {
    private final String store;

    public NoTags(String store) {
        this.store = store;
    }

    @Override
    public TagStamps current(Collection<String> names, @Nullable TagStamps inherited, boolean checked) {
        throw unsupported();
    }

    @Override
    public TagSnapshot takeSnapshot(Collection<String> names) {
        throw unsupported();
    }

    @Override
    public @Nullable TagStamps asOf(TagSnapshot tagSnapshot, Collection<String> names, boolean checked) {
        throw unsupported();
    }

    @Override
    public void invalidate(Collection<String> names) {
        throw unsupported();
    }

    @Override
    public long invalidations() {
        return 0;
    }

    private UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("the store at '" + store
                + "' does not support tags; use one that does, or leave out tagger, leases and invalidation");
    }
}
