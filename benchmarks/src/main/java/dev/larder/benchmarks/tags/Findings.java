package dev.larder.benchmarks.tags;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link Trial} has printed.
 *
 * @param deeds what each operation cost
 * @param invalidations milliseconds, by how many entries bore the tag
 */
record Findings(Map<Deed, Cost> deeds, TreeMap<Integer, Double> invalidations) {
    private static final String INVALIDATE = "INVALIDATE";

    static Findings of(List<String> lines) {
        Findings findings = new Findings(new EnumMap<>(Deed.class), new TreeMap<>());
        lines.stream().map(line -> line.split(" ")).forEach(findings::add);
        return findings;
    }

    private void add(String... words) {
        if (words[0].equals(INVALIDATE)) {
            invalidations.put(Integer.valueOf(words[1]), Double.valueOf(words[2]));
        } else {
            deeds.put(Deed.valueOf(words[0]), new Cost(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
        }
    }
}
