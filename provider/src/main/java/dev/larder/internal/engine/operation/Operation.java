package dev.larder.internal.engine.operation;

/**
 * One keyed operation of JSR-107: what it does when it sees the current entry. It may be asked again if the entry
 * changed before its decision could be stored.
 */
public interface Operation<K, V, R> {

    Decision<V, R> decide(EntryView<K, V> entryView);

    /** The kind of operation. It determines how the engine runs it, and when it is timed. */
    Kind kind();

    /** Whether its lookup counts as a hit or a miss even if its loader, processor or writer throws afterwards. */
    default boolean countsIfFailed() {
        return false;
    }

    /** How operations depend on their entry. */
    enum Kind {
        /** Reads, and stores only what the loader gave. */
        READ,
        /** Expects an entry and depends on it. */
        UPDATE,
        /** Expects no entry, so that an exchange without a read is worth trying. */
        CREATE,
        /** Stores the same value whatever was there, and does not return what was there. */
        PUT,
        /** Stores the same value whatever was there, and returns what was there. */
        SWAP,
        /** Removes whatever was there. */
        REMOVE,
        /** Removes the entry if it is as expected. */
        REMOVE_EXPECTED,
        /** Calls an entry processor. */
        PROCESS
    }
}
