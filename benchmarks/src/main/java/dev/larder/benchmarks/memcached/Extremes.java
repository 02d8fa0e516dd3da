package dev.larder.benchmarks.memcached;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.Cache;

/** Very large values and very many entries, through {@code javax.cache}. */
final class Extremes {
    private static final int LARGE = 900_000;
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 10_000;
    private static final String TITLES = """

            ## Large values, long lists

            | what | fastest ms | median ms |
            |---|---:|---:|
            """;

    private final Cache<String, byte[]> cache;
    private final int rounds;

    Extremes(Cache<String, byte[]> cache, int rounds) {
        this.cache = cache;
        this.rounds = rounds;
    }

    /** The table. */
    String measured() throws Exception {
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        StringBuilder rows = new StringBuilder(TITLES);
        rows.append(row("put of 900 KB", 20 * rounds, () -> put(large)));
        rows.append(row("get of 900 KB", 20 * rounds, () -> cache.get("large").length));
        cache.clear();
        fill();
        rows.append(row("100,000 entries iterated", rounds, this::list));
        AtomicBoolean stopped = new AtomicBoolean();
        Thread writer = new Thread(() -> write(stopped));
        writer.start();
        rows.append(row("the same while another thread writes", rounds, this::list));
        stopped.set(true);
        writer.join();
        return rows.toString();
    }

    private int put(byte[] large) {
        cache.put("large", large);
        return 0;
    }

    private void fill() {
        for (int from = 0; from < MANY; from += AT_ONCE) {
            Map<String, byte[]> some = new HashMap<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                some.put("stays" + i, new byte[100]);
            }
            cache.putAll(some);
        }
    }

    private int list() {
        int stayed = 0;
        for (Cache.Entry<String, byte[]> each : cache) {
            stayed += each.getKey().startsWith("stays") ? 1 : 0;
        }
        if (stayed != MANY) {
            throw new IllegalStateException("of " + MANY + " entries " + stayed + " were listed");
        }
        return stayed;
    }

    private void write(AtomicBoolean stopped) {
        for (int i = 0; !stopped.get(); i++) {
            cache.put("comes" + i % MANY, new byte[100]);
            cache.put("stays" + i % MANY, new byte[100]);
        }
    }

    private static String row(String title, int times, Callable<Integer> work) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        String row = String.format(Locale.ROOT, "| %s | %.1f | %.1f |%n", title, millis[0], millis[times / 2]);
        System.out.print(row);
        return row;
    }
}
