package dev.larder.internal.engine.operation;

import dev.larder.spi.Stored;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What one operation does to one entry, decided but not yet done. Pure: the found entry, the decision and the next
 * entry determine what is written, reported and counted.
 *
 * @param found what the store held, expired or not
 * @param live whether {@code found} counted as present
 * @param expired whether {@code found} had expired (not merely become unreadable)
 * @param next what the store shall hold: {@code found} itself for no change, null for nothing
 * @param fleeting an entry that expired as soon as it was made, so that it is reported but not stored; null otherwise
 */
public record Transition<K, V, R>(
        K key,
        @Nullable Stored found,
        boolean live,
        boolean expired,
        Decision<V, R> decision,
        @Nullable Stored next,
        @Nullable Stored fleeting) {

    public Transition(
            K key,
            @Nullable Stored found,
            boolean live,
            boolean expired,
            Decision<V, R> decision,
            @Nullable Stored next) {
        this(key, found, live, expired, decision, next, null);
    }

    public boolean writes() {
        return next != found;
    }

    /** Whether this transition replaces or removes an expired entry, whose expiry is then reported. */
    public boolean reportsExpiry() {
        return expired && writes();
    }

    /** The event for the live or new entry, null if listeners are not notified. */
    public @Nullable EventType event() {
        return switch (decision.entryAction()) {
            case KEEP -> null;
            case ACCESS -> live && next == null ? EventType.EXPIRED : null;
            case REMOVE, DROP -> live ? EventType.REMOVED : null;
            case PUT, LOAD -> storing();
        };
    }

    // An update that expires at once is an update all the same: JSR-107, ExpiryPolicy.getExpiryForUpdate.
    private @Nullable EventType storing() {
        if (next == null && fleeting == null) {
            return null;
        }
        return live ? EventType.UPDATED : EventType.CREATED;
    }

    /** A creation that expires at once is no put: JSR-107, ExpiryPolicy. */
    public boolean countsPut() {
        return decision.entryAction() == EntryAction.PUT && (live || next != null);
    }

    public boolean countsRemoval() {
        return decision.entryAction() == EntryAction.REMOVE && live;
    }
}
