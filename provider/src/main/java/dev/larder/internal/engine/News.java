package dev.larder.internal.engine;

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
public record News<K>(
        K key,
        boolean expired,
        @Nullable EventType event,
        @Nullable Stored found,
        @Nullable Stored next,
        boolean fleeting) {

    static <K> News<K> of(Turn<K, ?, ?> turn) {
        boolean fleeting = turn.fleeting() != null;
        Stored next = fleeting ? turn.fleeting() : turn.next();
        return new News<>(turn.key(), turn.reportsExpiry(), turn.event(), turn.found(), next, fleeting);
    }

    boolean isNone() {
        return !expired && event == null;
    }
}
