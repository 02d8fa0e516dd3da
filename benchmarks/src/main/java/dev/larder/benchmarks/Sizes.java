package dev.larder.benchmarks;

/** How large the caches are. */
final class Sizes {
    /** The bound of every cache, in entries. */
    static final int BOUND = 100_000;

    /** The keys that are used: enough to have every policy at work, too few to lose an entry. */
    static final int KEYS = 75_000;

    private Sizes() {}
}
