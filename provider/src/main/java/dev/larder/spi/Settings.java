package dev.larder.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Named settings as text, with typed access and clear errors. Immutable. */
public final class Settings {
    /** No settings. */
    public static final Settings NONE = new Settings(Map.of(), Map.of());

    private static final String ABOVE_ZERO = "a whole number above zero";

    private final Map<String, String> values;
    private final Map<String, String> origins;

    private Settings(Map<String, String> values, Map<String, String> origins) {
        this.values = Map.copyOf(values);
        this.origins = Map.copyOf(origins);
    }

    /** The settings of a map, with names such as {@code max-entries}. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values, Map.of());
    }

    /**
     * The settings of a map, with the place where each was written.
     *
     * @param origins by name, for messages, as in {@code larder.yaml, line 7}; a setting may have none
     */
    public static Settings of(Map<String, String> values, Map<String, String> origins) {
        return new Settings(values, origins);
    }

    /** These settings, all written in one place, such as {@code system property larder.uri}. */
    public Settings from(String origin) {
        return new Settings(values, values.keySet().stream().collect(Collectors.toMap(name -> name, name -> origin)));
    }

    /** Merges settings: those of {@code over} take precedence over these. A value that stays keeps its origin. */
    public Settings overlaidBy(Settings over) {
        Map<String, String> both = new TreeMap<>(values);
        both.putAll(over.values);
        Map<String, String> places = new TreeMap<>(origins);
        places.keySet().removeIf(name -> !Objects.equals(values.get(name), both.get(name)));
        places.putAll(over.origins);
        return new Settings(both, places);
    }

    /** The settings with these names. */
    public Settings only(Predicate<String> names) {
        Map<String, String> some = new TreeMap<>(values);
        some.keySet().removeIf(names.negate());
        Map<String, String> places = new TreeMap<>(origins);
        places.keySet().retainAll(some.keySet());
        return new Settings(some, places);
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

    /** Where a setting was written, null if that is not known. */
    @Nullable
    String origin(String name) {
        return origins.get(name);
    }

    /**
     * {@code true} or {@code false}; false if it is not set.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public boolean flag(String name) {
        return switch (values.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "true or false");
        };
    }

    /**
     * A whole number above zero, such as {@code 1000} or {@code 1_000}; {@code preset} if it is not set.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public long positive(String name, long preset) {
        return number(name, preset, Long.MAX_VALUE, ABOVE_ZERO);
    }

    /**
     * A whole number from 1 to 2,147,483,647; {@code preset} if it is not set.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public int positiveInt(String name, int preset) {
        return (int) number(name, preset, Integer.MAX_VALUE, ABOVE_ZERO + ", at most 2_147_483_647");
    }

    private long number(String name, long preset, long most, String allowed) {
        String text = values.get(name);
        if (text == null) {
            return preset;
        }
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(name, allowed);
        }
        throw invalid(name, allowed);
    }

    /**
     * An amount of bytes such as {@code 4096}, {@code 64k}, {@code 8m} or {@code 1g}; {@code preset} if it is not set.
     *
     * @param most the largest amount
     * @throws IllegalArgumentException if it is anything else, or not between 1 and {@code most}
     */
    public long bytes(String name, long preset, long most) {
        return ByteSizes.parse(this, name, preset, most);
    }

    /**
     * A duration such as {@code 500ms}, {@code 10s}, {@code 1m30s}, {@code 2h} or {@code 7d}, from zero to 36,500 days;
     * {@code preset} if it is not set. In nanoseconds it fits a {@code long}, and may be added to a point in time.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Duration duration(String name, Duration preset) {
        return Durations.parse(this, name, preset, Durations.ANY);
    }

    /**
     * A {@link #duration} above zero.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Duration positiveDuration(String name, Duration preset) {
        return Durations.parse(this, name, preset, Durations.POSITIVE);
    }

    /**
     * A {@link #duration} above zero and of at most 24 days: in milliseconds it fits an {@code int}, as sockets and
     * clients take it.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public Duration timeout(String name, Duration preset) {
        return Durations.parse(this, name, preset, Durations.TIMEOUT);
    }

    /**
     * The exception for a setting with an invalid value. Its message names the place, the setting and the value.
     *
     * @param allowed what the setting takes, as in {@code miss or throw}
     */
    public IllegalArgumentException invalid(String name, String allowed) {
        String origin = origins.get(name);
        return new IllegalArgumentException((origin == null ? "" : origin + ": ") + "setting '" + name + "' is '"
                + text(name, "") + "'; it takes " + allowed);
    }
}
