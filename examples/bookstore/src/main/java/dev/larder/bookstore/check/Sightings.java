package dev.larder.bookstore.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts of sightings, way by way. Not thread-safe: every witness has its own. */
final class Sightings {
    private final Map<Way, Map<Sighting, Long>> counts = new EnumMap<>(Way.class);

    Sightings() {
        for (Way way : Way.values()) {
            counts.put(way, new EnumMap<>(Sighting.class));
        }
    }

    void add(Way way, Sighting sighting) {
        of(way).merge(sighting, 1L, Long::sum);
    }

    void addAll(Sightings others) {
        others.counts.forEach(
                (way, seen) -> seen.forEach((sighting, count) -> of(way).merge(sighting, count, Long::sum)));
    }

    List<Finding> findings() {
        return Arrays.stream(Way.values()).map(this::finding).toList();
    }

    private Finding finding(Way way) {
        Map<Sighting, Long> seen = of(way);
        return new Finding(
                way.words(),
                way.through(),
                seen.values().stream().mapToLong(Long::longValue).sum(),
                seen.getOrDefault(Sighting.STALE, 0L),
                seen.getOrDefault(Sighting.TORN, 0L),
                seen.getOrDefault(Sighting.UNCOMMITTED, 0L));
    }

    private Map<Sighting, Long> of(Way way) {
        return counts.getOrDefault(way, Map.of());
    }
}
