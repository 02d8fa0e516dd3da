package dev.larder.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheException;

/** A server that is asked and says nothing. */
public final class Silence {
    private Silence() {}

    /** How long an operation that takes two trips blocks its caller before it fails. */
    public static Duration ofTwoTrips(Cache<String, String> cache) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> cache.invoke("key", (entry, arguments) -> {
                    entry.setValue(entry.getValue() + "+");
                    return entry.getValue();
                }))
                .isInstanceOf(CacheException.class);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
