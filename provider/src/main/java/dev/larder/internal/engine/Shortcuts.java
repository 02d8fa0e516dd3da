package dev.larder.internal.engine;

import dev.larder.spi.Ability;

/**
 * What a cache may spare, decided once from its configuration and its store's abilities.
 *
 * @param put a put need not look at what it replaces, nor be told
 * @param swap a put need not look at what it replaces, if it is told afterwards
 * @param remove a removal need not look at what it removes, if it is told afterwards
 * @param assumeAbsent an operation that expects no entry may begin with the exchange
 * @param keep what a put replaces always has a lifetime that it takes over
 * @param keepOwn what a put replaces has a lifetime that it takes over only if that is the entry's own
 * @param timed the store can let a put take over a lifetime by itself
 * @param touch a read may prolong the lifetime on its way
 */
record Shortcuts(
        boolean put,
        boolean swap,
        boolean remove,
        boolean assumeAbsent,
        boolean keep,
        boolean keepOwn,
        boolean timed,
        boolean touch) {

    static Shortcuts of(Lifetimes lifetimes, boolean writesThrough, boolean tagged, Shelf<?, ?> shelf) {
        // What replaces an entry whose tags have moved must not take over its lifetime.
        boolean timed = shelf.timed() != null && !tagged;
        boolean looks = writesThrough || shelf.can(Ability.NOTIFICATIONS);
        boolean keepOwn = lifetimes.sameForUpdateUnlessOwn();
        boolean keep = lifetimes.keepOnUpdate() && !keepOwn;
        boolean blind = !looks && (lifetimes.sameForUpdate() || keepOwn || keep && timed);
        return new Shortcuts(
                blind && shelf.can(Ability.BLIND_PUT),
                blind && shelf.can(Ability.SWAP),
                !looks && shelf.can(Ability.SWAP),
                !writesThrough && lifetimes.areConstant() && shelf.can(Ability.PUT_IF_ABSENT),
                keep,
                keepOwn,
                timed,
                timed && !lifetimes.ignoreAccess() && lifetimes.sameForAccess());
    }

    /** How a put goes about the lifetime of what it replaces. */
    Keeping keeping(Shelf<?, ?> shelf) {
        boolean keeps = keep || keepOwn && shelf.mayHoldOwnLifetimes();
        return !keeps ? Keeping.NONE : timed ? Keeping.BY_STORE : Keeping.BY_LOOK;
    }

    /** What becomes of the lifetime of an entry that is replaced without a look. */
    enum Keeping {
        /** It ends with the entry. */
        NONE,
        /** The store has the new entry take it over. */
        BY_STORE,
        /** There must be a look after all, unless the new entry brings a lifetime of its own. */
        BY_LOOK
    }
}
