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
 * @param next what is there afterwards
 */
public record News<K>(
        K key,
        boolean expired,
        @Nullable EventType event,
        @Nullable Stored found,
        @Nullable Stored next) {

    static <K> News<K> of(Turn<K, ?, ?> turn) {
        return new News<>(turn.key(), turn.reportsExpiry(), turn.event(), turn.found(), turn.next());
    }

    boolean isNone() {
        return !expired && event == null;
    }
}
