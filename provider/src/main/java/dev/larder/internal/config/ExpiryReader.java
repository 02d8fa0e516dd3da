package dev.larder.internal.config;

import dev.larder.spi.Settings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code expiry: eternal} and {@code expiry: { created: 10m }}. */
final class ExpiryReader {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryReader.class);
    private static final String KEY = "expiry";
    private static final String FORM =
            "eternal, or one of created, accessed, modified, touched with a time, as in { created: 10m }";

    private ExpiryReader() {}

    static @Nullable Factory<ExpiryPolicy> read(YamlMapping cache) {
        if (cache.hasSection(KEY)) {
            return timed(cache, cache.section(KEY));
        }
        String text = cache.text(KEY);
        if (text != null && !text.equals("eternal")) {
            throw cache.invalidValue(KEY, FORM);
        }
        return text == null ? null : EternalExpiryPolicy.factoryOf();
    }

    private static Factory<ExpiryPolicy> timed(YamlMapping cache, YamlMapping expiry) {
        if (expiry.keys().size() != 1) {
            throw cache.fault(KEY, "it takes " + FORM);
        }
        String since = expiry.keys().iterator().next();
        return switch (since) {
            case "created" -> CreatedExpiryPolicy.factoryOf(time(expiry, since));
            case "accessed" -> AccessedExpiryPolicy.factoryOf(time(expiry, since));
            case "modified" -> ModifiedExpiryPolicy.factoryOf(time(expiry, since));
            case "touched" -> TouchedExpiryPolicy.factoryOf(time(expiry, since));
            default -> throw expiry.fault(since, "expiry is " + FORM);
        };
    }

    private static Duration time(YamlMapping expiry, String since) {
        String text = expiry.text(since);
        try {
            Settings settings = Settings.of(Map.of(since, text == null ? "" : text));
            long millis = settings.duration(since, java.time.Duration.ZERO).toMillis();
            if (millis == 0) {
                LOG.warn(
                        "{}: expiry is zero, so every entry expires at once and nothing is cached",
                        expiry.place(since));
            }
            return new Duration(TimeUnit.MILLISECONDS, millis);
        } catch (IllegalArgumentException unreadable) {
            throw expiry.invalidValue(since, "a number and a unit: ms, s, m, h or d; at most 36500d");
        }
    }
}
