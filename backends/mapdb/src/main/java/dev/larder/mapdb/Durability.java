package dev.larder.mapdb;

/** What a file must survive. */
public enum Durability {
    /** An orderly end: after any other the caches start empty. */
    RESTART,
    /** The sudden end of the process: what was last committed is there again. */
    CRASH
}
