package dev.larder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives each entry a lifetime of its own; see {@link LarderConfiguration#setLifetime}. Called by any thread whenever
 * a value is about to be stored, and again if the exchange is lost; quick, and without calling caches.
 */
@FunctionalInterface
public interface Lifetime<K, V> {
    /**
     * How long the entry lives from now on, exact to the millisecond.
     *
     * @return zero or less for «expired at once»; null to leave it to the cache's {@code ExpiryPolicy}
     */
    @Nullable
    Duration lifetime(K key, V value);
}
