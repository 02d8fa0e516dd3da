package dev.larder.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;
import javax.cache.Cache;

/**
 * A program of its own, started in a fresh JVM for each subject: fills one cache and says how many
 * bytes of heap it holds for each entry, besides the key and the value themselves.
 */
final class MemoryProbe {
    private static final int ENTRIES = 1_000_000;
    /** What a first, small cache holds, so that classes and the like are there before it counts. */
    private static final int FEW = 1_000;

    private static final int COLLECTIONS = 4;

    private MemoryProbe() {}

    /**
     * Prints the bytes per entry, and nothing else.
     *
     * @param arguments the name of a {@link Subject} and of a {@link Mood}
     */
    public static void main(String[] arguments) {
        String[] keys = new String[ENTRIES];
        String[] values = new String[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            keys[i] = KeySequence.key(i);
            values[i] = "v" + i;
        }
        fill(arguments, keys, values, FEW).close();
        long before = used();
        Cache<String, String> cache = fill(arguments, keys, values, ENTRIES);
        long held = used() - before;
        System.out.printf(Locale.ROOT, "%.1f%n", (double) held / count(cache));
        cache.close();
        // Reached here only so that the collector could not take the payload before.
        if (keys.length != values.length) {
            throw new IllegalStateException("the payload is gone");
        }
    }

    private static Cache<String, String> fill(String[] arguments, String[] keys, String[] values, int count) {
        Cache<String, String> cache = Subject.valueOf(arguments[0])
                .open(Mood.valueOf(arguments[1]).scenario(String.class, String.class), ENTRIES);
        for (int i = 0; i < count; i++) {
            cache.put(keys[i], values[i]);
        }
        return cache;
    }

    // A bound may be kept early: some of the million can be missing.
    private static int count(Cache<?, ?> cache) {
        int count = 0;
        for (Cache.Entry<?, ?> ignored : cache) {
            count++;
        }
        return count;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
