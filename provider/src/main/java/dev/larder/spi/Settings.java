package dev.larder.spi;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Named settings as text, with typed access and clear errors. Immutable. */
public final class Settings {
    /** No settings. */
    public static final Settings NONE = new Settings(Map.of());

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /** The settings of a map, with names such as {@code max-entries}. */
    public static Settings of(Map<String, String> values) {
        return new Settings(Map.copyOf(values));
    }

    /** Merges settings: those of {@code over} take precedence over these. */
    public Settings overlaidBy(Settings over) {
        Map<String, String> both = new TreeMap<>(values);
        both.putAll(over.values);
        return new Settings(Map.copyOf(both));
    }

    /** All settings by name. */
    public Map<String, String> asMap() {
        return values;
    }

    /** The text of a setting, or null if it is not set. */
    public @Nullable String text(String name) {
        return values.get(name);
    }

    /** The text of a setting, or {@code preset} if it is not set. */
    public String text(String name, String preset) {
        return values.getOrDefault(name, preset);
    }

    /**
     * A whole number above zero, such as {@code 1000} or {@code 1_000}; {@code preset} if it is not set.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public long positive(String name, long preset) {
        String text = values.get(name);
        if (text == null) {
            return preset;
        }
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, text, "a whole number above zero", notANumber);
        }
        throw wrong(name, text, "a whole number above zero", null);
    }

    /**
     * A duration such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 7d}; {@code preset} if it is not
     * set.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Duration duration(String name, Duration preset) {
        String text = values.get(name);
        return text == null ? preset : Durations.parse(name, text);
    }

    static IllegalArgumentException wrong(String name, String text, String allowed, @Nullable Throwable cause) {
        return new IllegalArgumentException("setting '" + name + "' is '" + text + "'; it takes " + allowed, cause);
    }
}
