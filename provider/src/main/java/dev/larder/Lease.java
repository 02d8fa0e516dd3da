package dev.larder;

import java.util.Set;

/**
 * A snapshot of tags, taken before a value is computed from what they stand for; see {@link LarderCache#lease}. It
 * holds nothing on the store and need not be released. It is valid for any number of puts to any cache of its manager.
 * Thread-safe.
 */
public interface Lease {
    /** The tags that were named when the lease was taken; unmodifiable. */
    Set<String> tags();
}
