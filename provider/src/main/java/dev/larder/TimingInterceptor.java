package dev.larder;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Measures every operation by name, failed ones too. One instance may serve several caches. Thread-safe. */
public final class TimingInterceptor implements CacheInterceptor {
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();

    /** Starts with nothing measured. */
    public TimingInterceptor() {}

    @Override
    public @Nullable Object around(CacheCall call) {
        long begin = System.nanoTime();
        try {
            return call.proceed();
        } finally {
            meters.computeIfAbsent(call.operation(), operation -> new Meter()).add(System.nanoTime() - begin);
        }
    }

    /** The measurements so far, by the name of the operation. */
    public Map<String, Timing> timings() {
        Map<String, Timing> timings = new TreeMap<>();
        meters.forEach((operation, meter) -> timings.put(operation, meter.timing()));
        return timings;
    }

    /**
     * The durations of one operation.
     *
     * @param count the number of calls
     * @param total the sum of all calls
     * @param longest the longest call
     */
    public record Timing(long count, Duration total, Duration longest) {
        /** The mean of all calls, zero if there were none. */
        public Duration mean() {
            return count == 0 ? Duration.ZERO : total.dividedBy(count);
        }
    }

    private static final class Meter {
        private final LongAdder count = new LongAdder();
        private final LongAdder total = new LongAdder();
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

        void add(long nanos) {
            count.increment();
            total.add(nanos);
            longest.accumulate(nanos);
        }

        Timing timing() {
            return new Timing(count.sum(), Duration.ofNanos(total.sum()), Duration.ofNanos(longest.get()));
        }
    }
}
