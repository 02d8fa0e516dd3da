package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.store.StoreAdapter;
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

    static Shortcuts of(
            ExpiryCalculator expiryCalculator, boolean writesThrough, boolean tagged, StoreAdapter<?, ?> storeAdapter) {
        // What replaces an entry whose tags have moved must not take over its lifetime.
        boolean timed = storeAdapter.timed() != null && !tagged;
        boolean looks = writesThrough || storeAdapter.can(Ability.NOTIFICATIONS);
        boolean keepOwn = expiryCalculator.sameForUpdateUnlessOwn();
        boolean keep = expiryCalculator.keepOnUpdate() && !keepOwn;
        boolean blind = !looks && (expiryCalculator.sameForUpdate() || keepOwn || keep && timed);
        return new Shortcuts(
                blind && storeAdapter.can(Ability.BLIND_PUT),
                blind && storeAdapter.can(Ability.SWAP),
                !looks && storeAdapter.can(Ability.SWAP),
                !writesThrough && expiryCalculator.areConstant() && storeAdapter.can(Ability.PUT_IF_ABSENT),
                keep,
                keepOwn,
                timed,
                timed && !expiryCalculator.ignoreAccess() && expiryCalculator.sameForAccess());
    }

    /** How a put goes about the lifetime of what it replaces. */
    Keeping keeping(StoreAdapter<?, ?> storeAdapter) {
        boolean keeps = keep || keepOwn && storeAdapter.mayHoldOwnLifetimes();
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
