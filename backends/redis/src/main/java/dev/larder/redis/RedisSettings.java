package dev.larder.redis;

import dev.larder.redis.event.EventPublisher;
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of the Redis store. */
final class RedisSettings {
    private static final String BOUND = "the server's maxmemory and maxmemory-policy bound it";
    static final SettingNames NAMES = new SettingNames(
            "Redis",
            Set.of(
                    "timeout",
                    "connect-timeout",
                    "pool-wait",
                    "pool-size",
                    "join-beyond",
                    "breaker-failures",
                    "breaker-pause",
                    "clock-refresh",
                    "tag-lifetime",
                    "username",
                    "password",
                    "sentinel-username",
                    "sentinel-password",
                    "tls",
                    "tls-verify",
                    "tls-trust-store",
                    "tls-trust-store-password",
                    "tls-key-store",
                    "tls-key-store-password"),
            Set.of("on-read-failure", "on-write-failure", "prefix", "max-entry-bytes", "scan-count", "events"),
            Map.of("max-entries", BOUND, "max-weight", BOUND, "weigher", BOUND, "max-bytes", BOUND));

    private static final Pattern FORBIDDEN_IN_PREFIX = Pattern.compile("[{}]");
    private static final String PREFIX = "larder:";

    private RedisSettings() {}

    /**
     * Reads the settings of a cache, without opening it.
     *
     * @throws IllegalArgumentException naming the setting that is invalid
     */
    static void check(Settings settings) {
        prefix(settings);
        SizeLimits.of(settings);
        FailurePolicy.of("*", settings);
        EventPublisher.crossesJvms(settings);
    }

    /** How every key on the server begins. */
    static String prefix(Settings settings) {
        String prefix = settings.text("prefix", PREFIX);
        if (FORBIDDEN_IN_PREFIX.matcher(prefix).find()) {
            throw settings.invalid("prefix", "any text without { and }, as in app1:larder:");
        }
        return prefix;
    }
}
