package dev.larder.spi;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses durations such as {@code 500ms} or {@code 1m30s}. */
final class Durations {
    /** Any duration whose nanoseconds fit a {@code long}. */
    static final Range ANY = new Range(Duration.ZERO, Duration.ofDays(36_500), "");

    /** Any of these but zero. */
    static final Range POSITIVE = new Range(Duration.ofMillis(1), ANY.longest, " above zero");

    /** Durations whose milliseconds fit an {@code int}. */
    static final Range TIMEOUT = new Range(Duration.ofMillis(1), Duration.ofDays(24), " above zero");

    // Twelve digits of days fit a Duration.
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,12})\\s*(ms|s|m|h|d)\\s*");

    private Durations() {}

    /** The shortest and the longest duration that a setting takes. */
    record Range(Duration shortest, Duration longest, String remark) {
        boolean contains(Duration duration) {
            return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
        }

        String allowed() {
            return "a number" + remark + " and a unit: ms, s, m, h or d; at most " + longest.toDays() + "d";
        }
    }

    static Duration parse(Settings settings, String name, Duration preset, Range range) {
        String text = settings.text(name);
        if (text == null) {
            return preset;
        }
        Duration duration = sum(text.toLowerCase(Locale.ROOT), range.longest);
        if (duration == null || !range.contains(duration)) {
            throw settings.invalid(name, range.allowed());
        }
        return duration;
    }

    // Null if the text is malformed, or its sum longer than that.
    private static @Nullable Duration sum(String text, Duration longest) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        do {
            if (!part.find(end) || part.start() != end) {
                return null;
            }
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        } while (end < text.length() && sum.compareTo(longest) <= 0);
        return sum;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
