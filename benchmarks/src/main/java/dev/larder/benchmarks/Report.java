package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Reports the results of a run as Markdown and as one picture. */
final class Report {
    private final Results results;
    private final String circumstances;

    /**
     * @param circumstances machine, Java and effort, in one line
     */
    Report(Results results, String circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    String markdown() {
        return """
                # The heap store and its peers

                Written by `./mvnw -q -Pbenchmarks -pl benchmarks -am package -DskipTests`; add `-Dbench=quick` for a
                first look. %s.

                ![CPU time of the operations](heap.svg)

                Every cache holds at most %,d entries; %,d keys, strings, are in use, drawn by Zipf's law. All providers are called
                through `javax.cache`, in one run. The ratios matter; the last columns give them, from
                the point of view of %s.

                ## By reference: CPU nanoseconds of the whole process

                `putIfAbsent` finds its key three times of four; the fourth key is new, and an old entry is evicted.

                %s
                ## By reference: bytes allocated

                %s
                ## Two threads: wall-clock nanoseconds

                %s
                ## By value: CPU nanoseconds of the whole process

                The object has eight fields (a string, four numbers, a date, an enum, a list of strings). Strings, boxed
                values and records are immutable.

                %s
                ## Memory: bytes of heap for each of a million entries, besides key and value

                %s""".formatted(
                        circumstances,
                        Sizes.BOUND,
                        Sizes.KEYS,
                        CostTable.OURS,
                        time(Measurement::cpu, true).of(Comparisons.of(results.byReference())),
                        space(true).of(Comparisons.of(results.byReference())),
                        time(Measurement::clock, true).of(Comparisons.of(results.together())),
                        time(Measurement::cpu, false).of(Comparisons.of(results.byValue())),
                        space(false).of(Comparisons.of(results.memory())));
    }

    private static CostTable time(ToDoubleFunction<Measurement> cost, boolean withRaw) {
        return new CostTable(cost, "faster", "slower", withRaw);
    }

    private static CostTable space(boolean withRaw) {
        return new CostTable(Measurement::bytes, "less", "more", withRaw);
    }

    /** The picture: eternal and accessed by reference, the object by value. */
    String svg() {
        BarChart chart = new BarChart(
                "CPU nanoseconds per operation (less is better)", "each group to its own scale; " + circumstances);
        for (Comparison each : pictured()) {
            chart.group(each.operation() + ", " + each.setting(), bars(each));
        }
        return chart.svg();
    }

    private List<Comparison> pictured() {
        Stream<Comparison> reference = Comparisons.of(results.byReference()).stream()
                .filter(each -> each.setting().equals(Mood.ETERNAL.title())
                        || (each.setting().equals(Mood.ACCESSED.title())
                                && each.operation().equals("get")));
        Stream<Comparison> value = Comparisons.of(results.byValue()).stream()
                .filter(each -> each.setting().equals(Payload.ORDER.title()));
        return Stream.concat(reference, value).toList();
    }

    private static List<BarChart.Bar> bars(Comparison comparison) {
        List<String> order = new ArrayList<>(List.of(CostTable.OURS));
        order.addAll(CostTable.PEERS);
        order.add(Runs.RAW);
        return order.stream()
                .flatMap(subject -> comparison.of(subject, Measurement::cpu).stream()
                        .mapToObj(cost -> new BarChart.Bar(subject, cost, subject.equals(CostTable.OURS))))
                .toList();
    }
}
