package dev.larder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Computes the lifetime of each entry; see {@link LarderConfiguration#setLifetime}. Called by any thread before a value
 * is stored, and again if the exchange fails because the entry changed. It must be quick and must not call caches.
 */
@FunctionalInterface
public interface Lifetime<K, V> {
    /**
     * The time from now until the entry expires, exact to the millisecond.
     *
     * @return zero or less if the entry is to expire at once; null to leave it to the cache's {@code ExpiryPolicy}
     */
    @Nullable
    Duration lifetime(K key, V value);
}
