package dev.larder.internal.engine.store;

import dev.larder.internal.engine.operation.Transition;
import dev.larder.spi.Stored;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The change that a transition, here or in another JVM, reports to listeners.
 *
 * @param expired whether {@code found} had expired, which is reported first
 * @param event what happened to the entry then; null if listeners are not notified
 * @param found the entry before
 * @param next the entry afterwards, or the one that expired at once
 * @param fleeting whether {@code next} expired at once, which is reported last
 */
public record ChangeEvent<K>(
        K key,
        boolean expired,
        @Nullable EventType event,
        @Nullable Stored found,
        @Nullable Stored next,
        boolean fleeting) {

    public static <K> ChangeEvent<K> of(Transition<K, ?, ?> transition) {
        boolean fleeting = transition.fleeting() != null;
        Stored next = fleeting ? transition.fleeting() : transition.next();
        return new ChangeEvent<>(
                transition.key(), transition.reportsExpiry(), transition.event(), transition.found(), next, fleeting);
    }

    boolean isNone() {
        return !expired && event == null;
    }
}
