package dev.larder.spi;

import java.util.function.BooleanSupplier;

/** A store that holds records, in a file or on a server. The core encodes, decodes and checks them. */
public non-sealed interface ByteStore extends Store<ByteKey, ByteEntry> {

    /** The longest key in bytes that {@link #read} and the other methods take. The core hashes longer keys. */
    int maxKeyBytes();

    /** The largest record in bytes that fits. A larger one is rejected before anything is written. */
    int maxEntryBytes();

    /**
     * Whether this store needs {@link ByteEntry#ROOM} bytes of its own at {@link ByteEntry#ROOM_OFFSET} in each record.
     * Having them saves a copy of the record. Constant.
     */
    default boolean wantsRoom() {
        return false;
    }

    /**
     * Sets a function that the store calls at each write to find out whether expired entries are of interest to a
     * listener. If so, an entry must outlive its expiry until a sweep has found it, some minutes at most. The store
     * must not just drop it. Without this call, no expired entry is of interest.
     *
     * @param wanted quick and thread-safe
     */
    default void keepExpired(BooleanSupplier wanted) {}

    /**
     * Whether there may be entries with a lifetime of their own instead of one from the cache's policy. A put may
     * replace an entry without reading its expiry only if there are none. Called before each put: quick, without a
     * round trip.
     *
     * @return false only if this is certain. Another JVM may have changed it on a shared store since. This store then
     *     learns of that within a bounded time, with the answers to other calls.
     */
    default boolean mayHoldOwnLifetimes() {
        return true;
    }

    /**
     * Announces that entries with a lifetime of their own are about to be written. The announcement holds for all
     * stores of this cache until these entries are gone. Called before each such write, so it must cost nothing once it
     * has been made.
     */
    default void announceOwnLifetimes() {}

    /**
     * Whether other JVMs may use the same entries. Only then does the core keep load locks here. The core does not
     * search for load locks that a JVM left behind, so a shared store must free expired records by itself. Constant.
     */
    default boolean isShared() {
        return false;
    }
}
