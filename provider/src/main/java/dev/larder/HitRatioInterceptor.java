package dev.larder;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what {@code get} and {@code getAll} found, a loader's values included, without the standard's statistics. One may
 * stand around several caches. Thread-safe.
 */
public final class HitRatioInterceptor implements CacheInterceptor {
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** With nothing counted. */
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
        return keys instanceof Map<?, ?> found ? found.size() : keys instanceof Set<?> asked ? asked.size() : 0;
    }

    private void count(int found, int asked) {
        hits.add(found);
        misses.add(asked - found);
    }

    /** How many keys were found. */
    public long hits() {
        return hits.sum();
    }

    /** How many keys were asked for and not found. */
    public long misses() {
        return misses.sum();
    }

    /** Hits of all keys asked for, from 0 to 1; 0 if none was. */
    public double ratio() {
        long found = hits();
        long asked = found + misses();
        return asked == 0 ? 0 : (double) found / asked;
    }
}
