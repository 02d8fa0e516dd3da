package dev.larder.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long everything is measured. */
enum Effort {
    /** About three minutes: only the most important configurations, with imprecise figures. */
    QUICK(1, new Phase(3, 400), new Phase(3, 300)) {
        @Override
        List<Mood> moods() {
            return List.of(Mood.ETERNAL, Mood.ACCESSED);
        }

        @Override
        List<Payload> payloads() {
            return List.of(Payload.ORDER);
        }
    },
    /** About a quarter of an hour on two quiet cores. */
    FULL(1, new Phase(4, 500), new Phase(5, 400)),
    /** Several JVMs for each figure: two hours. */
    LONG(3, new Phase(5, 1_000), new Phase(5, 1_000));

    private final int forks;
    private final Phase warmup;
    private final Phase measurement;

    Effort(int forks, Phase warmup, Phase measurement) {
        this.forks = forks;
        this.warmup = warmup;
        this.measurement = measurement;
    }

    /**
     * The effort of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Effort of(String name) {
        return Arrays.stream(values())
                .filter(effort -> effort.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("-Dbench is '" + name + "'; it takes quick, full or long"));
    }

    List<Mood> moods() {
        return List.of(Mood.values());
    }

    List<Payload> payloads() {
        return List.of(Payload.values());
    }

    ChainedOptionsBuilder into(ChainedOptionsBuilder options) {
        return options.forks(forks)
                .warmupIterations(warmup.rounds)
                .warmupTime(TimeValue.milliseconds(warmup.millis))
                .measurementIterations(measurement.rounds)
                .measurementTime(TimeValue.milliseconds(measurement.millis));
    }

    /** For the report. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d JVM%s for each figure, warmed up %s, measured %s",
                name().toLowerCase(Locale.ROOT),
                forks,
                forks == 1 ? "" : "s",
                warmup,
                measurement);
    }

    private record Phase(int rounds, int millis) {
        @Override
        public String toString() {
            return rounds + " × " + millis + " ms";
        }
    }
}
