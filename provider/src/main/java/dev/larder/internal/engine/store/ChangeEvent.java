package dev.larder.internal.engine.store;

import dev.larder.internal.engine.operation.Transition;
import dev.larder.spi.Stored;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What a turn, here or in another JVM, has for listeners to hear.
 *
 * @param expired whether {@code found} had expired, and that is to be told first
 * @param event what became of the entry then; null if nothing that listeners hear of
 * @param found what was there before
 * @param next what is there afterwards, or was for a moment
 * @param fleeting whether {@code next} expired at once, and that is to be told last
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
