package dev.larder;

import java.util.Set;

/**
 * A look at tags before a value is computed from what they stand for; see {@link LarderCache#lease}. It holds
 * nothing on the store and need not be given back. Thread-safe; good for any number of puts to any cache of
 * its manager.
 */
public interface Lease {
    /** The tags that were named; unmodifiable. */
    Set<String> tags();
}
