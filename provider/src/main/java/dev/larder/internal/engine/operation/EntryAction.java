package dev.larder.internal.engine.operation;

/** What an operation does to its entry. */
public enum EntryAction {
    /** Nothing. */
    KEEP,
    /** Only what the expiry policy defines for an access. */
    ACCESS,
    /** A value is stored, through the writer if there is one. */
    PUT,
    /** A value from the loader is stored: the writer is not called, and no put is counted. */
    LOAD,
    /**
     * The entry is removed because its source has no value any more: the writer is not called, and no removal is
     * counted.
     */
    DROP,
    /** The entry is removed. The writer is called to delete it, even if there is none. */
    REMOVE
}
