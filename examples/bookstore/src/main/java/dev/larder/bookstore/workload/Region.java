package dev.larder.bookstore.workload;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.stat.CacheRegionStatistics;
import org.hibernate.stat.Statistics;

/** The traffic of one of Hibernate's cache regions; {@code name} is also the name of the JCache cache. */
public record Region(String name, Kind kind, String strategy, long hits, long misses, long puts)
        implements Serializable {
    /** What a region holds. */
    public enum Kind {
        ENTITY,
        COLLECTION,
        NATURAL_ID,
        QUERY,
        TIMESTAMPS;

        /** The name in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String MODEL = "dev.larder.bookstore.model.";

    /** Every region of the shop since its statistics were last set to zero. */
    public static List<Region> all(Statistics statistics) {
        return List.of(
                of(statistics, "Book", Kind.ENTITY, "read-write"),
                of(statistics, "Author", Kind.ENTITY, "nonstrict-read-write"),
                of(statistics, "Genre", Kind.ENTITY, "read-only"),
                of(statistics, "Review", Kind.ENTITY, "read-only"),
                of(statistics, "Author.books", Kind.COLLECTION, "read-write"),
                of(statistics, "Book.reviews", Kind.COLLECTION, "read-write"),
                of(statistics, "Book##NaturalId", Kind.NATURAL_ID, "read-write"),
                queries(statistics),
                timestamps(statistics));
    }

    /** A complaint for each kind none of whose regions had a hit. */
    public static List<String> complaints(List<Region> regions) {
        return Arrays.stream(Kind.values())
                .filter(kind -> regions.stream().noneMatch(region -> region.kind == kind && region.hits > 0))
                .map(kind -> "no hit in any region of kind " + kind.words())
                .toList();
    }

    /** The share of look-ups that found something, 0 to 1; 0 if there were none. */
    public double hitRatio() {
        return ratio(hits, misses);
    }

    /** The hit ratio of all regions of a kind together. */
    public static double hitRatio(List<Region> regions, Kind kind) {
        List<Region> those =
                regions.stream().filter(region -> region.kind == kind).toList();
        return ratio(
                those.stream().mapToLong(Region::hits).sum(),
                those.stream().mapToLong(Region::misses).sum());
    }

    private static double ratio(long hits, long misses) {
        return hits == 0 ? 0 : (double) hits / (hits + misses);
    }

    /** The name without the package. */
    public String shortName() {
        return name.replace(MODEL, "");
    }

    private static Region of(Statistics statistics, String name, Kind kind, String strategy) {
        CacheRegionStatistics region = statistics.getDomainDataRegionStatistics(MODEL + name);
        return new Region(
                MODEL + name, kind, strategy, region.getHitCount(), region.getMissCount(), region.getPutCount());
    }

    private static Region queries(Statistics statistics) {
        return new Region(
                "default-query-results-region",
                Kind.QUERY,
                "",
                statistics.getQueryCacheHitCount(),
                statistics.getQueryCacheMissCount(),
                statistics.getQueryCachePutCount());
    }

    private static Region timestamps(Statistics statistics) {
        return new Region(
                "default-update-timestamps-region",
                Kind.TIMESTAMPS,
                "",
                statistics.getUpdateTimestampsCacheHitCount(),
                statistics.getUpdateTimestampsCacheMissCount(),
                statistics.getUpdateTimestampsCachePutCount());
    }
}
