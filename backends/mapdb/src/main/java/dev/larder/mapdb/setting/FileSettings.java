package dev.larder.mapdb.setting;

import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

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
    /** The names of all settings of the store. */
    public static final SettingNames NAMES = new SettingNames(
            "MapDB",
            Set.of("start-size", "growth-step", "durability", "commit-interval", "compact-threshold"),
            Set.of(Bound.MAX_ENTRIES, Bound.MAX_BYTES),
            Map.of());

    /** One MapDB page. */
    public static final int SMALLEST_STEP = 1 << 20;

    private static final long LARGEST_STEP = 1 << 30;
    private static final long LARGEST_START = 1L << 40;
    private static final int WHOLE = 100;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    public static FileSettings of(Settings settings) {
        return new FileSettings(
                settings.bytes("start-size", 8 << 20, LARGEST_START),
                step(settings.bytes("growth-step", 8 << 20, Long.MAX_VALUE)),
                durability(settings),
                settings.timeout("commit-interval", Duration.ofSeconds(1)),
                percent(settings));
    }

    private static int step(long bytes) {
        long within = Math.max(SMALLEST_STEP, Math.min(bytes, LARGEST_STEP));
        long half = Long.highestOneBit(within);
        return Math.toIntExact(half == within ? within : half << 1);
    }

    private static Durability durability(Settings settings) {
        return switch (settings.text("durability", "restart")) {
            case "restart" -> Durability.RESTART;
            case "crash" -> Durability.CRASH;
            default -> throw settings.invalid("durability", "restart or crash");
        };
    }

    private static int percent(Settings settings) {
        int percent = settings.positiveInt("compact-threshold", 50);
        if (percent > WHOLE) {
            throw settings.invalid("compact-threshold", "a share in percent, 1 to 100, of which 100 means never");
        }
        return percent;
    }
}
