package dev.larder.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several threads that begin together. */
final class Crowd {
    private static final long TIMEOUT_SECONDS = 60;

    private Crowd() {}

    /** What one member does; its number begins at 0. */
    @FunctionalInterface
    interface Part {
        void play(int member) throws Exception;
    }

    /** Lets everybody play, waits for all, and fails with the first failure. */
    static void play(int members, Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(members);
        try {
            CyclicBarrier start = new CyclicBarrier(members);
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                int member = i;
                parts.add(threads.submit(() -> {
                    start.await();
                    part.play(member);
                    return null;
                }));
            }
            for (Future<?> each : parts) {
                each.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
