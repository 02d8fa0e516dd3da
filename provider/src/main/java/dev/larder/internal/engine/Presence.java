package dev.larder.internal.engine;

/** How an operation counts in the statistics' reads. */
public enum Presence {
    HIT,
    MISS,
    UNCOUNTED
}
