package dev.larder.benchmarks.memcached;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many operations some threads get done in a second. */
final class Pace {
    private Pace() {}

    static double of(Rival rival, Operation operation, byte[] value, int threads, long millis) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
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
            return done * 1e9 / (System.nanoTime() - begin);
        } finally {
            pool.shutdown();
        }
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
