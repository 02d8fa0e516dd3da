package dev.larder.benchmarks.tags;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;

/**
 * What an operation cost once.
 *
 * @param cpu microseconds of CPU time of this whole process
 * @param clock microseconds by the clock
 */
record Cost(double cpu, double clock) {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int UNWATCHED = 50;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Does it for so long, to entries drawn evenly. */
    static Cost of(Deed deed, Way way, byte[] value, long millis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        long done = 0;
        while (System.nanoTime() - end < 0) {
            for (int i = 0; i < UNWATCHED; i++) {
                deed.once(way, random.nextInt(Deed.ENTRIES), value);
            }
            done += UNWATCHED;
        }
        double clock = System.nanoTime() - begin;
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / NANOS_PER_MICRO / done, clock / NANOS_PER_MICRO / done);
    }

    /** The median of a part. */
    static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return median(costs.stream().mapToDouble(part).toArray());
    }

    static double median(double... numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }
}
