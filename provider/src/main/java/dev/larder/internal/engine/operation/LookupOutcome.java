package dev.larder.internal.engine.operation;

/** How an operation counts in the statistics' reads. */
public enum LookupOutcome {
    HIT,
    MISS,
    UNCOUNTED
}
