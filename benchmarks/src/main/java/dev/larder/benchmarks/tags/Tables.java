package dev.larder.benchmarks.tags;

import dev.larder.benchmarks.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page's tables. */
final class Tables {
    private static final List<Deed> READING = List.of(Deed.GET_0, Deed.GET_1, Deed.GET_3, Deed.GET_10);
    private static final List<Deed> WRITING = List.of(Deed.PUT_0, Deed.PUT_3, Deed.LEASE_3);

    private Tables() {}

    static String of(Map<Contender, Findings> found) {
        return "\n## `get`, CPU time in µs\n\n" + costs(READING, found, Cost::cpu)
                + "\n## `get`, by the clock in µs\n\n" + costs(READING, found, Cost::clock)
                + "\n## Writing, CPU time in µs\n\n" + costs(WRITING, found, Cost::cpu)
                + "\n## Writing, by the clock in µs\n\n" + costs(WRITING, found, Cost::clock)
                + "\n## Invalidating one tag, by the clock in ms\n\n" + invalidations(found);
    }

    private static MarkdownTable costs(List<Deed> deeds, Map<Contender, Findings> found, ToDoubleFunction<Cost> part) {
        MarkdownTable table = new MarkdownTable(
                1,
                titles(deeds.stream()
                        .map(each -> each.title() + (each.tags() == 0 ? ", untagged" : ", tags: " + each.tags()))));
        found.forEach((contender, findings) -> {
            if (findings.deeds().containsKey(deeds.get(0))) {
                table.row(row(contender, deeds, findings.deeds(), part));
            }
        });
        return table;
    }

    private static List<String> titles(Stream<String> others) {
        return Stream.concat(Stream.of("by"), others).toList();
    }

    private static List<String> row(
            Contender contender, List<Deed> deeds, Map<Deed, Cost> costs, ToDoubleFunction<Cost> part) {
        List<String> cells = new ArrayList<>(List.of(contender.title()));
        for (Deed each : deeds) {
            Cost cost = costs.get(each);
            Cost untagged = costs.get(deeds.get(0));
            cells.add(
                    cost == null || untagged == null
                            ? "–"
                            : cell(part.applyAsDouble(cost), part.applyAsDouble(untagged)));
        }
        return cells;
    }

    private static String cell(double cost, double untagged) {
        String figure = String.format(Locale.ROOT, cost < 1 ? "%.3f" : "%.1f", cost);
        return cost == untagged ? figure : String.format(Locale.ROOT, "%s (%.2f×)", figure, cost / untagged);
    }

    private static MarkdownTable invalidations(Map<Contender, Findings> found) {
        List<Integer> entries = found.values().stream()
                .flatMap(each -> each.invalidations().keySet().stream())
                .sorted()
                .distinct()
                .toList();
        MarkdownTable table = new MarkdownTable(
                1,
                titles(entries.stream()
                        .map(each -> String.format(Locale.ROOT, each == 1 ? "%,d entry" : "%,d entries", each))));
        found.forEach((contender, findings) -> {
            if (!findings.invalidations().isEmpty()) {
                table.row(Stream.concat(
                                Stream.of(contender.title()),
                                entries.stream()
                                        .map(each -> findings.invalidations().get(each))
                                        .map(Tables::millis))
                        .collect(Collectors.toList()));
            }
        });
        return table;
    }

    private static String millis(@Nullable Double millis) {
        return millis == null ? "–" : String.format(Locale.ROOT, millis < 1 ? "%.4f" : "%,.1f", millis);
    }
}
