package dev.larder.tck;

import java.time.Duration;
import java.util.Locale;

/** Formats durations. */
final class Seconds {
    private Seconds() {}

    /** The seconds with one decimal. */
    static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1_000.0);
    }
}
