package dev.larder.memcached;

import dev.larder.remote.FailurePolicy;
import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of the memcached store. */
final class MemcachedSettings {
    private static final String BOUND = "the servers' memory (their option -m) bounds it";
    static final SettingNames NAMES = new SettingNames(
            "memcached",
            Set.of(
                    "weights",
                    "timeout",
                    "connect-timeout",
                    "walk-timeout",
                    "breaker-failures",
                    "breaker-pause",
                    "username",
                    "password"),
            Set.of("on-read-failure", "on-write-failure", "prefix", "max-entry-bytes"),
            Map.of("max-entries", BOUND, "max-weight", BOUND, "weigher", BOUND, "max-bytes", BOUND));

    private static final Pattern PREFIX = Pattern.compile("[!-~]{0,50}");

    private MemcachedSettings() {}

    /**
     * Reads the settings of a cache, without opening it.
     *
     * @throws IllegalArgumentException naming the setting that is invalid
     */
    static void check(Settings settings) {
        prefix(settings);
        maxEntryBytes(settings, 1);
        FailurePolicy.of("*", settings);
    }

    /** How every key on the servers begins. */
    static String prefix(Settings settings) {
        String prefix = settings.text("prefix", "larder:");
        if (!PREFIX.matcher(prefix).matches()) {
            throw settings.invalid("prefix", "up to 50 visible ASCII characters, as in app1:larder:");
        }
        return prefix;
    }

    /** The largest record in bytes. */
    static int maxEntryBytes(Settings settings, int preset) {
        return (int) settings.bytes("max-entry-bytes", preset, Integer.MAX_VALUE);
    }
}
