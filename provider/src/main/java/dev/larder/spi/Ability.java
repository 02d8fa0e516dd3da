package dev.larder.spi;

/** What a store may be able to do beyond the methods that every store has. */
public enum Ability {
    /** {@link Store#put} and {@link Store#putAll} are cheaper than read and exchange. */
    READ_FREE_PUT,
    /** {@link Store#swap}: puts or removes an entry and returns the previous one in one step. */
    SWAP,
    /**
     * An operation that expects no entry need not read first: {@link Store#exchange} with a null {@code expected} costs
     * as much as a read and returns the same information.
     */
    PUT_IF_ABSENT,
    /** The store frees expired entries by itself, so the core does not have to sweep them. */
    NATIVE_EXPIRY,
    /**
     * The store must deliver change events to other JVMs, in the same step as the change; see {@link NotifyingStore}.
     * Puts and removals then read the entry that they replace, since it is part of the event.
     */
    CHANGE_EVENTS
}
