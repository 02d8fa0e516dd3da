package dev.larder.contract.model;

import javax.cache.management.CacheStatisticsMXBean;

/** The counters of a cache's statistics. */
final class Counts {
    long hits;
    long misses;
    long puts;
    long removals;

    static Counts of(CacheStatisticsMXBean bean) {
        Counts counts = new Counts();
        counts.hits = bean.getCacheHits();
        counts.misses = bean.getCacheMisses();
        counts.puts = bean.getCachePuts();
        counts.removals = bean.getCacheRemovals();
        return counts;
    }

    @Override
    public String toString() {
        return "hits " + hits + ", misses " + misses + ", puts " + puts + ", removals " + removals;
    }
}
