package dev.larder.contract.model;

/** The counters of a cache's statistics. */
final class Counts {
    long hits;
    long misses;
    long puts;
    long removals;

    @Override
    public String toString() {
        return "hits " + hits + ", misses " + misses + ", puts " + puts + ", removals " + removals;
    }
}
