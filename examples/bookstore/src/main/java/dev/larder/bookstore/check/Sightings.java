package dev.larder.bookstore.check;

import java.util.Arrays;
import java.util.List;

/** Counts of sightings, way by way. Not thread-safe: every witness has its own. */
final class Sightings {
    private final long[][] counts = new long[Way.values().length][Sighting.values().length];

    void add(Way way, Sighting sighting) {
        counts[way.ordinal()][sighting.ordinal()]++;
    }

    void addAll(Sightings others) {
        for (int way = 0; way < counts.length; way++) {
            for (int sighting = 0; sighting < counts[way].length; sighting++) {
                counts[way][sighting] += others.counts[way][sighting];
            }
        }
    }

    List<Finding> findings() {
        return Arrays.stream(Way.values()).map(this::finding).toList();
    }

    private Finding finding(Way way) {
        return new Finding(
                way.words(),
                way.through(),
                Arrays.stream(counts[way.ordinal()]).sum(),
                count(way, Sighting.STALE),
                count(way, Sighting.TORN),
                count(way, Sighting.UNCOMMITTED));
    }

    private long count(Way way, Sighting sighting) {
        return counts[way.ordinal()][sighting.ordinal()];
    }
}
