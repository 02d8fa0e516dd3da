package dev.larder.internal.engine.operation;

/**
 * One keyed operation of the standard: what it does on seeing the current entry. It may be asked again
 * if the entry changed before the answer could be stored.
 */
public interface Operation<K, V, R> {

    Decision<V, R> decide(EntryView<K, V> entryView);

    /** What kind of operation this is: how the engine runs it, and when it is timed. */
    Kind kind();

    /** Whether its look counts as a hit or a miss even if its loader, processor or writer throws afterwards. */
    default boolean countsIfFailed() {
        return false;
    }

    /** The ways in which operations meet their entry. */
    enum Kind {
        /** Looks, and stores only what the loader gave. */
        READ,
        /** Expects an entry and depends on it. */
        UPDATE,
        /** Expects no entry: worth trying without a look. */
        CREATE,
        /** Stores the same value whatever was there, and does not tell what that was. */
        PUT,
        /** Stores the same value whatever was there, and tells what that was. */
        SWAP,
        /** Removes whatever was there. */
        REMOVE,
        /** Removes what it expects, and depends on it. */
        REMOVE_EXPECTED,
        /** Calls a processor of the user's. */
        PROCESS
    }
}
