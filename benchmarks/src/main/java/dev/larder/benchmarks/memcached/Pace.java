package dev.larder.benchmarks.memcached;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast some threads get operations done.
 *
 * @param perSecond operations in a second, all threads together
 * @param cpuMicros CPU time of this JVM for each, all its threads together; what else the machine does hardly counts there
 */
record Pace(double perSecond, double cpuMicros) {

    static Pace of(Rival rival, Operation operation, byte[] value, int threads, long millis) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long cpu = cpu();
            long begin = System.nanoTime();
            long end = begin + millis * 1_000_000;
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> runUntil(end, rival, operation, value)));
            }
            long done = 0;
            for (Future<Long> each : running) {
                done += each.get();
            }
            return new Pace(done * 1e9 / (System.nanoTime() - begin), (cpu() - cpu) / 1e3 / done);
        } finally {
            pool.shutdown();
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long runUntil(long end, Rival rival, Operation operation, byte[] value) throws Exception {
        long done = 0;
        while (System.nanoTime() - end < 0) {
            operation.run(rival, value);
            done++;
        }
        return done;
    }
}
