package dev.larder.mapdb.setting;

import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of an address that concern the database itself.
 *
 * @param startSize the bytes that a new file reserves at the start
 * @param growthStep the bytes by which the file grows: a power of two
 * @param durability what the content survives
 * @param commitInterval the time between commits, with {@link Durability#CRASH} only
 * @param compactThreshold the unused share of a file, in percent, beyond which it is compacted
 */
public record FileSettings(
        long startSize, int growthStep, Durability durability, Duration commitInterval, int compactThreshold) {
    private static final Set<String> NAMES = Set.of(
            "start-size",
            "growth-step",
            "durability",
            "commit-interval",
            "compact-threshold",
            Bound.MAX_ENTRIES,
            Bound.MAX_BYTES);
    /** One MapDB page. */
    public static final int SMALLEST_STEP = 1 << 20;

    private static final long LARGEST_STEP = 1 << 30;
    private static final int WHOLE = 100;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a setting is unknown or wrong; the message names it
     */
    public static FileSettings of(Settings settings) {
        refuseUnknown(settings);
        return new FileSettings(
                ByteSize.of(settings, "start-size", 8 << 20),
                step(ByteSize.of(settings, "growth-step", 8 << 20)),
                durability(settings.text("durability", "restart")),
                interval(settings),
                percent(settings.positive("compact-threshold", 50)));
    }

    public static void refuseUnknown(Settings settings) {
        Set<String> unknown = new TreeSet<>(settings.asMap().keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the MapDB store has no setting '" + String.join("', '", unknown)
                    + "'; its settings are " + String.join(", ", new TreeSet<>(NAMES)));
        }
    }

    private static int step(long bytes) {
        long within = Math.max(SMALLEST_STEP, Math.min(bytes, LARGEST_STEP));
        long half = Long.highestOneBit(within);
        return Math.toIntExact(half == within ? within : half << 1);
    }

    private static Durability durability(String text) {
        return switch (text) {
            case "restart" -> Durability.RESTART;
            case "crash" -> Durability.CRASH;
            default ->
                throw new IllegalArgumentException("setting 'durability' is '" + text + "'; it takes "
                        + String.join(" or ", List.of("restart", "crash")));
        };
    }

    private static Duration interval(Settings settings) {
        Duration interval = settings.duration("commit-interval", Duration.ofSeconds(1));
        if (interval.isZero()) {
            throw new IllegalArgumentException(
                    "setting 'commit-interval' is zero; it takes a time such as 500ms or 1s");
        }
        return interval;
    }

    private static int percent(long number) {
        if (number > WHOLE) {
            throw new IllegalArgumentException("setting 'compact-threshold' is '" + number
                    + "'; it takes a percentage from 1 to 100, where 100 means never");
        }
        return (int) number;
    }
}
