package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Lays comparisons out as a table: a column for each subject, and how Larder does against the others. */
final class CostTable {
    static final String OURS = Subject.LARDER.title();
    static final List<String> PEERS = Arrays.stream(Subject.values())
            .map(Subject::title)
            .filter(title -> !title.equals(OURS))
            .toList();

    private final ToDoubleFunction<Measurement> cost;
    private final String less;
    private final String more;
    private final boolean withRaw;

    /**
     * @param cost what the table is about
     * @param less the word for less of it
     * @param more the word for more of it
     * @param withRaw whether Caffeine by itself has a column
     */
    CostTable(ToDoubleFunction<Measurement> cost, String less, String more, boolean withRaw) {
        this.cost = cost;
        this.less = less;
        this.more = more;
        this.withRaw = withRaw;
    }

    String of(List<Comparison> comparisons) {
        List<String> titles = new ArrayList<>(List.of("operation", "setting", OURS));
        titles.addAll(PEERS);
        titles.add("against the best peer");
        if (withRaw) {
            titles.addAll(List.of(Runs.RAW, "against it"));
        }
        MarkdownTable table = new MarkdownTable(2, titles);
        comparisons.forEach(each -> table.row(row(each)));
        return table.toString();
    }

    private List<String> row(Comparison comparison) {
        List<String> cells = new ArrayList<>(List.of("`" + comparison.operation() + "`", comparison.setting()));
        OptionalDouble ours = comparison.of(OURS, cost);
        Stream.concat(Stream.of(OURS), PEERS.stream())
                .forEach(subject -> cells.add(number(comparison.of(subject, cost))));
        cells.add(verdict(ours, comparison.best(PEERS, cost)));
        if (withRaw) {
            OptionalDouble raw = comparison.of(Runs.RAW, cost);
            cells.add(number(raw));
            cells.add(verdict(ours, raw));
        }
        return cells;
    }

    private String verdict(OptionalDouble ours, OptionalDouble other) {
        return ours.isEmpty() || other.isEmpty()
                ? ""
                : Comparison.verdict(ours.getAsDouble(), other.getAsDouble(), less, more);
    }

    static String number(OptionalDouble number) {
        return number.isEmpty() ? "" : String.format(Locale.ROOT, "%,.0f", number.getAsDouble());
    }
}
