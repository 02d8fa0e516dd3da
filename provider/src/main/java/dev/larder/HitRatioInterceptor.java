package dev.larder;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts the keys that {@code get} and {@code getAll} found or missed. A value that a loader supplies counts as found.
 * Independent of the statistics of JSR-107. One instance may serve several caches. Thread-safe.
 */
public final class HitRatioInterceptor implements CacheInterceptor {
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Starts with all counts at zero. */
    public HitRatioInterceptor() {}

    @Override
    public @Nullable Object around(CacheCall call) {
        Object result = call.proceed();
        switch (call.operation()) {
            case "get" -> count(result == null ? 0 : 1, 1);
            case "getAll" -> count(sizeOf(result), sizeOf(call.arguments().get(0)));
            default -> {}
        }
        return result;
    }

    private static int sizeOf(@Nullable Object keys) {
        return keys instanceof Map<?, ?> found ? found.size() : keys instanceof Set<?> requested ? requested.size() : 0;
    }

    private void count(int found, int requested) {
        hits.add(found);
        misses.add(requested - found);
    }

    /** The number of keys that were found. */
    public long hits() {
        return hits.sum();
    }

    /** The number of requested keys that were not found. */
    public long misses() {
        return misses.sum();
    }

    /** The share of requested keys that were found, from 0 to 1; 0 if no key was requested. */
    public double ratio() {
        long found = hits();
        long requested = found + misses();
        return requested == 0 ? 0 : (double) found / requested;
    }
}
