package dev.larder.benchmarks.file;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/**
 * How long a put takes with and without a running online compaction of the file: a cache of 100,000
 * entries is written to, after another cache of twice the bytes was cleared.
 */
final class WritePauses {
    private static final int ENTRIES = 100_000;
    private static final int VALUE_BYTES = 200;
    private static final int WASTE_BYTES = 500;
    private static final int MOST_SAMPLES = 8_000_000;
    private static final int ROUNDS = 3;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Random random = new Random(42);
    private final Path copy;
    private final Cache<Integer, byte[]> cache;
    private final Cache<Integer, byte[]> waste;
    private volatile boolean moving;

    private WritePauses(Path folder, CacheManager manager) {
        copy = folder.resolve("larder.db.copy");
        cache = open(manager, "measured");
        waste = open(manager, "waste");
    }

    private static Cache<Integer, byte[]> open(CacheManager manager, String name) {
        return manager.createCache(
                name, new MutableConfiguration<Integer, byte[]>().setTypes(Integer.class, byte[].class));
    }

    /**
     * Prints a row for each round.
     *
     * @param arguments the durability, and a folder
     */
    public static void main(String[] arguments) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createTempDirectory(Path.of(arguments[1]), "pauses");
            URI address = URI.create("mapdb:" + folder.resolve("larder.db") + "?durability=" + arguments[0]);
            try (CacheManager manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                    .getCacheManager(address, WritePauses.class.getClassLoader())) {
                new WritePauses(folder, manager).run(arguments[0]);
            } finally {
                Trial.delete(folder);
            }
        }
    }

    private void run(String durability) {
        for (int key = 0; key < ENTRIES; key++) {
            cache.put(key, new byte[VALUE_BYTES]);
            waste.put(key, new byte[WASTE_BYTES]);
        }
        long end = System.nanoTime() + QUIET_NANOS;
        Samples quiet = new Samples();
        while (System.nanoTime() - end < 0) {
            quiet.add(put());
        }
        Thread watch = new Thread(this::watch);
        watch.setDaemon(true);
        watch.start();
        waste.clear();
        Samples moved = new Samples();
        long begun = awaitMove(System.nanoTime() + TIMEOUT_NANOS);
        while (moving) {
            moved.add(put());
        }
        long took = System.nanoTime() - begun;
        System.out.printf(
                Locale.ROOT, "| %s | %s | %s | %,d |%n", durability, quiet, moved, TimeUnit.NANOSECONDS.toMillis(took));
    }

    private long awaitMove(long deadline) {
        while (!moving) {
            put();
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("no move has begun");
            }
        }
        return System.nanoTime();
    }

    // The copy is there as long as the move goes on.
    private void watch() {
        while (true) {
            moving = Files.exists(copy);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
    }

    private long put() {
        int key = random.nextInt(ENTRIES);
        byte[] value = new byte[VALUE_BYTES];
        long begin = System.nanoTime();
        cache.put(key, value);
        return System.nanoTime() - begin;
    }

    /** Times of single calls, in nanoseconds. */
    private static final class Samples {
        private final long[] times = new long[MOST_SAMPLES];
        private int count;

        void add(long nanos) {
            times[count++ % MOST_SAMPLES] = nanos;
        }

        /** The median, then what one in a hundred and one in a thousand exceeds, and the longest, in microseconds. */
        @Override
        public String toString() {
            long[] sorted = Arrays.copyOf(times, Math.min(count, MOST_SAMPLES));
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%.1f | %.1f | %,.0f | %,.0f",
                    at(sorted, 0.5),
                    at(sorted, 0.99),
                    at(sorted, 0.999),
                    at(sorted, 1));
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e3;
        }
    }
}
