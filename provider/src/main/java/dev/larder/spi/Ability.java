package dev.larder.spi;

import java.util.Set;

/** What a store may be able to do beyond the methods that every store has. */
public enum Ability {
    /** {@link Store#put} and {@link WriteOptions.Mode#PUT} are cheaper than read and exchange. */
    READ_FREE_PUT,
    /** {@link Store#swap} and {@link WriteOptions.Mode#SWAP}: returns the previous entry in the same step. */
    SWAP,
    /**
     * An operation that expects no entry need not read first: {@link Store#exchange} with a null {@code expected} costs
     * as much as a read and returns the same information.
     */
    PUT_IF_ABSENT,
    /** The store frees expired entries by itself, so the core does not have to sweep them. */
    NATIVE_EXPIRY,
    /**
     * A read or write returns the stamps of tags in the same round trip: {@link ReadOptions#tags},
     * {@link WriteOptions#tags}. They are those of {@link Backend#stamps()}. Proposals are taken as
     * {@link Stamps#ensure} takes fresh stamps: the first one wins, and the result is the current stamp. A store that
     * reads its stamps from memory has no reason to state it.
     */
    TAG_STAMPS,
    /**
     * A read can set the expiry and a write can keep it, in the same round trip: {@link ReadOptions#touch},
     * {@link WriteOptions#keepExpiry}.
     */
    CHANGE_EXPIRY,
    /**
     * The store must deliver change events to the other JVMs, in the same step as the change: {@link Write#event},
     * {@link ByteStore#listen}. If a write takes place, its event goes to all other listening stores of this cache. The
     * events of one key are sent in the order of its changes. Puts and removals then read the entry that they replace,
     * since it is part of the event.
     */
    CHANGE_EVENTS;

    /**
     * Checks that a store has this ability.
     *
     * @throws IllegalStateException if it lacks it
     */
    public void require(Set<Ability> abilities) {
        if (!abilities.contains(this)) {
            throw new IllegalStateException("this store does not state the ability " + this);
        }
    }
}
