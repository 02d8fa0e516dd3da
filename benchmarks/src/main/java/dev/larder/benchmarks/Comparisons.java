package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts next to each other what belongs together. */
final class Comparisons {
    private Comparisons() {}

    /** One comparison for each operation, setting and number of threads, in the order they come. */
    static List<Comparison> of(List<Measurement> measurements) {
        Map<List<Object>, List<Measurement>> rows = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            rows.computeIfAbsent(List.of(each.operation(), each.setting(), each.threads()), row -> new ArrayList<>())
                    .add(each);
        }
        return rows.values().stream().map(Comparison::new).toList();
    }
}
