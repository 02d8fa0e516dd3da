package dev.larder.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How fast some threads get something done.
 *
 * @param done how often it was done, by all threads together
 * @param perSecond how often in a second
 * @param cpuMicros CPU time of this JVM for each, all its threads together; what else the machine does hardly counts there
 */
public record Pace(long done, double perSecond, double cpuMicros) {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    /** What is done again and again. Thread-safe. */
    public interface Work {
        void once() throws Exception;
    }

    public static Pace of(Work work, int threads, long millis) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long cpu = cpu();
            long begin = System.nanoTime();
            long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> runUntil(end, work)));
            }
            long done = 0;
            for (Future<Long> each : running) {
                done += each.get();
            }
            double took = System.nanoTime() - begin;
            return new Pace(done, done * NANOS_PER_SECOND / took, (cpu() - cpu) / NANOS_PER_MICRO / done);
        } finally {
            pool.shutdown();
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long runUntil(long end, Work work) throws Exception {
        long done = 0;
        while (System.nanoTime() - end < 0) {
            work.once();
            done++;
        }
        return done;
    }
}
