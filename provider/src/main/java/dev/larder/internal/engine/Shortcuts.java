package dev.larder.internal.engine;

import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.Ability;

/**
 * The reads and writes that a cache can avoid, determined once from its configuration and its store's abilities.
 *
 * @param put a put need not read the entry it replaces, before or after
 * @param swap a put need not read the entry it replaces first, if the store returns it
 * @param remove a removal need not read the entry first, if the store returns it
 * @param assumeAbsent an operation that expects no entry may begin with the exchange
 * @param keep a new entry always takes over the lifetime of the one it replaces
 * @param keepOwn a new entry takes over the lifetime of the one it replaces only if that is the entry's own
 * @param timed the store itself can make a put take over a lifetime
 * @param touch a read may extend the lifetime in the same round trip
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
        // An entry must not take over the lifetime of a tag-dead one.
        boolean changesExpiry = storeAdapter.can(Ability.CHANGE_EXPIRY);
        boolean timed = changesExpiry && !tagged;
        boolean needsRead = writesThrough || storeAdapter.can(Ability.CHANGE_EVENTS);
        boolean keepOwn = expiryCalculator.sameForUpdateUnlessOwn();
        boolean keep = expiryCalculator.keepOnUpdate() && !keepOwn;
        boolean readFree = !needsRead && (expiryCalculator.sameForUpdate() || keepOwn || keep && timed);
        return new Shortcuts(
                readFree && storeAdapter.can(Ability.READ_FREE_PUT),
                readFree && storeAdapter.can(Ability.SWAP),
                !needsRead && storeAdapter.can(Ability.SWAP),
                !writesThrough && expiryCalculator.areConstant() && storeAdapter.can(Ability.PUT_IF_ABSENT),
                keep,
                keepOwn,
                timed,
                changesExpiry && !expiryCalculator.ignoreAccess() && expiryCalculator.sameForAccess());
    }

    /** How a put treats the lifetime of the entry it replaces. */
    LifetimeHandling lifetimeHandling(StoreAdapter<?, ?> storeAdapter) {
        boolean keeps = keep || keepOwn && storeAdapter.mayHoldOwnLifetimes();
        return !keeps ? LifetimeHandling.NONE : timed ? LifetimeHandling.BY_STORE : LifetimeHandling.BY_READ;
    }

    /** What happens to the lifetime of an entry that is replaced by a read-free write. */
    enum LifetimeHandling {
        /** It ends with the entry. */
        NONE,
        /** The store makes the new entry take it over. */
        BY_STORE,
        /** The entry must be read after all, unless the new one has its own lifetime. */
        BY_READ
    }
}
