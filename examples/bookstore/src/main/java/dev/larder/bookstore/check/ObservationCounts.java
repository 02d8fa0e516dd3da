package dev.larder.bookstore.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts of observations for each read path. Not thread-safe: each reader has its own. */
final class ObservationCounts {
    private final Map<ReadPath, Map<Observation, Long>> counts = new EnumMap<>(ReadPath.class);

    ObservationCounts() {
        for (ReadPath readPath : ReadPath.values()) {
            counts.put(readPath, new EnumMap<>(Observation.class));
        }
    }

    void add(ReadPath readPath, Observation observation) {
        of(readPath).merge(observation, 1L, Long::sum);
    }

    void addAll(ObservationCounts other) {
        other.counts.forEach((readPath, seen) ->
                seen.forEach((observation, count) -> of(readPath).merge(observation, count, Long::sum)));
    }

    List<Finding> findings() {
        return Arrays.stream(ReadPath.values()).map(this::finding).toList();
    }

    private Finding finding(ReadPath readPath) {
        Map<Observation, Long> seen = of(readPath);
        return new Finding(
                readPath.words(),
                readPath.through(),
                seen.values().stream().mapToLong(Long::longValue).sum(),
                seen.getOrDefault(Observation.STALE, 0L),
                seen.getOrDefault(Observation.TORN, 0L),
                seen.getOrDefault(Observation.UNCOMMITTED, 0L));
    }

    private Map<Observation, Long> of(ReadPath readPath) {
        return counts.getOrDefault(readPath, Map.of());
    }
}
