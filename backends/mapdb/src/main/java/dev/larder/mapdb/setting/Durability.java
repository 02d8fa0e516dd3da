package dev.larder.mapdb.setting;

/** What the content of a file survives. */
public enum Durability {
    /** An orderly close. After any other end the caches start empty. */
    RESTART,
    /** A crash of the process. The last commit is restored. */
    CRASH
}
