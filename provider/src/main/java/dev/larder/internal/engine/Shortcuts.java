package dev.larder.internal.engine;

import dev.larder.spi.Ability;

/**
 * What a cache may spare, decided once from its configuration and its store's abilities.
 *
 * @param put a put need not look at what it replaces, nor be told
 * @param swap a put need not look at what it replaces, if it is told afterwards
 * @param remove a removal need not look at what it removes, if it is told afterwards
 * @param assumeAbsent an operation that expects no entry may begin with the exchange
 * @param keep what is put blindly takes over the lifetime of what it replaces
 * @param touch a read may prolong the lifetime on its way
 */
record Shortcuts(boolean put, boolean swap, boolean remove, boolean assumeAbsent, boolean keep, boolean touch) {

    static Shortcuts of(Lifetimes lifetimes, boolean writesThrough, boolean tagged, Shelf<?, ?> shelf) {
        // What replaces an entry whose tags have moved must not take over its lifetime.
        boolean timed = shelf.timed() != null && !tagged;
        boolean looks = writesThrough || shelf.can(Ability.NOTIFICATIONS);
        boolean same = lifetimes.sameForUpdate();
        boolean keep = !same && timed && lifetimes.keepOnUpdate();
        return new Shortcuts(
                !looks && (same || keep) && shelf.can(Ability.BLIND_PUT),
                !looks && (same || keep) && shelf.can(Ability.SWAP),
                !looks && shelf.can(Ability.SWAP),
                !writesThrough && lifetimes.areConstant() && shelf.can(Ability.PUT_IF_ABSENT),
                keep,
                timed && !lifetimes.ignoreAccess() && lifetimes.sameForAccess());
    }
}
