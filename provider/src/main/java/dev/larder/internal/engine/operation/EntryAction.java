package dev.larder.internal.engine.operation;

/** What an operation wants done to its entry. */
public enum EntryAction {
    /** Nothing. */
    KEEP,
    /** Nothing but what the expiry policy says of an access. */
    ACCESS,
    /** A value is stored, through the writer if there is one. */
    PUT,
    /** A value is stored that comes from the loader: the writer is not told, no put is counted. */
    LOAD,
    /** The entry is removed because its source has no value any more: the writer is not told, no removal is counted. */
    DROP,
    /** The entry is removed, and the writer told to delete even if there is none. */
    REMOVE
}
