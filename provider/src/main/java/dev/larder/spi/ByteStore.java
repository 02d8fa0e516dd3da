package dev.larder.spi;

import java.util.function.BooleanSupplier;

/** A store that holds bytes, in a file or on a server. The core encodes, decodes and checks. */
public non-sealed interface ByteStore extends Store<ByteKey, ByteEntry> {

    /** The longest key in bytes that {@link #read} and the others take; longer ones arrive hashed. */
    int maxKeyBytes();

    /** The largest record in bytes that fits; a larger one is refused before anything is written. */
    int maxEntryBytes();

    /**
     * Whether this store has something of its own to say in each record, for which {@link ByteEntry#ROOM} bytes are to be
     * left at {@link ByteEntry#ROOM_OFFSET}. It spares a copy of the record. Constant.
     */
    default boolean wantsRoom() {
        return false;
    }

    /**
     * Makes the store ask, at each write, whether anybody wants to hear of expired entries. If so an entry
     * must outlive its expiry until a sweep has met it, some minutes at most; the medium may not just
     * drop it. Without this call nobody does.
     *
     * @param wanted quick, and safe for all threads
     */
    default void keepExpired(BooleanSupplier wanted) {}

    /**
     * Whether there may be entries whose lifetime is their own, and not the cache's policy's. Only where there are none
     * may a put replace an entry without a look at its expiry. Quick, and no round trip: it is asked before each put.
     *
     * @return false only if this is known. A shared store may have been told otherwise by another JVM since; then it
     *     learns that in a bounded time, with the answers to other calls.
     */
    default boolean mayHoldOwnLifetimes() {
        return true;
    }

    /**
     * Says that such entries are about to be written, here and on all other stores of this cache from now on, until
     * these entries are gone. Called before each of them is written, so it costs nothing where that is known.
     */
    default void announceOwnLifetimes() {}

    /**
     * Whether other JVMs may be at work on the same entries now. Only then is there a lease to be kept here
     * while one of them loads a key. Leases that a JVM left behind are not looked for, so a store that says yes
     * lets go of what has expired by itself. Constant.
     */
    default boolean isShared() {
        return false;
    }
}
