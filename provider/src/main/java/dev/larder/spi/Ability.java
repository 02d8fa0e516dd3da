package dev.larder.spi;

/** What a store may be able to do beyond the verbs that every store has. */
public enum Ability {
    /** {@link Store#put} and {@link Store#putAll} are cheaper than read and exchange. */
    BLIND_PUT,
    /** {@link Store#swap}: puts or removes and gives the previous entry in one step. */
    SWAP,
    /**
     * Reading first is not worth it where an operation expects no entry: {@link Store#exchange} with
     * a null {@code expected} costs as much as a read and tells the same.
     */
    PUT_IF_ABSENT,
    /** Expired entries leave by themselves, so that nobody has to look for them to free memory. */
    NATIVE_EXPIRY,
    /**
     * What this JVM changes is to be told to the others, with the change itself; see {@link
     * NotifyingStore}. Puts and removals then look at what they replace, since that is part of what is told.
     */
    NOTIFICATIONS
}
