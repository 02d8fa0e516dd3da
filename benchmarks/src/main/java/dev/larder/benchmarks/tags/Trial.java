package dev.larder.benchmarks.tags;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One contender in its own JVM. All operations alternate in short intervals, so that other load affects all of them. It
 * prints the medians: {@code GET_3}, CPU time and wall-clock time in microseconds. Then come invalidations, by the
 * number of entries with the tag: {@code INVALIDATE 1000} and wall-clock milliseconds.
 */
final class Trial {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WARM_UP = 500;
    private static final int UNUSED_TAGS = 20;

    private final Way way;
    private final boolean quick;
    private final byte[] value = new byte[100];

    private Trial(Way way, boolean quick) {
        this.way = way;
        this.quick = quick;
    }

    /**
     * Runs it.
     *
     * @param arguments contender, {@code quick} or {@code full}, folder for a file, addresses of Redis and of memcached
     */
    public static void main(String[] arguments) {
        Contender contender = Contender.valueOf(arguments[0]);
        try (Way way = contender.open(new Contender.Places(Path.of(arguments[2]), arguments[3], arguments[4]))) {
            Trial trial = new Trial(way, "quick".equals(arguments[1]));
            trial.deeds();
            if (!way.isOnlyRead()) {
                trial.invalidations();
            }
        }
        Runtime.getRuntime().halt(0); // Some contenders leave threads behind.
    }

    private void deeds() {
        Map<Deed, List<Cost>> costs = new EnumMap<>(Deed.class);
        for (Deed each : Deed.values()) {
            if (each.isKnownTo(way)) {
                each.fill(way, value);
                costs.put(each, new ArrayList<>());
            }
        }
        System.gc(); // What one has put shall lie no more scattered than another's.
        int rounds = quick ? 5 : 15;
        costs.keySet().forEach(each -> Cost.of(each, way, value, 500));
        costs.keySet().forEach(each -> Cost.of(each, way, value, 500));
        for (int round = 0; round < rounds; round++) {
            costs.forEach((deed, found) -> found.add(Cost.of(deed, way, value, 150)));
        }
        costs.forEach((deed, found) -> System.out.printf(
                Locale.ROOT, "%s %.4f %.4f%n", deed, Cost.median(found, Cost::cpu), Cost.median(found, Cost::clock)));
    }

    private void invalidations() {
        for (int i = 0; i < WARM_UP; i++) {
            once("warm-" + i, 1);
        }
        invalidate(1, quick ? 20 : 50);
        invalidate(1_000, quick ? 5 : 20);
        invalidate(quick ? 10_000 : 1_000_000, 3);
    }

    private void invalidate(int entries, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = once("borne-by-" + entries + '-' + i % 3, entries);
        }
        System.out.printf(Locale.ROOT, "INVALIDATE %d %.4f%n", entries, Cost.median(millis));
    }

    private double once(String tag, int entries) {
        way.fill(tag, entries, value);
        require(way.get(Way.key(tag, entries - 1)) != null, "an entry is lost");
        for (int i = 0; i < UNUSED_TAGS; i++) {
            way.invalidate("unused-" + i);
        }
        long begin = System.nanoTime();
        way.invalidate(tag);
        double took = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        require(way.get(Way.key(tag, 0)) == null && way.get(Way.key(tag, entries - 1)) == null, "an entry is left");
        return took;
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalStateException(wrong);
        }
    }
}
