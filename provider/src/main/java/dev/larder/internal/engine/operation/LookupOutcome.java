package dev.larder.internal.engine.operation;

/** How an operation counts as a read in the statistics. */
public enum LookupOutcome {
    HIT,
    MISS,
    UNCOUNTED
}
