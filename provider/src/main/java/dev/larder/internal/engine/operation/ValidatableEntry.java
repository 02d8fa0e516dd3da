package dev.larder.internal.engine.operation;

import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An entry that may hold a validator: a token by which the value's source can tell whether the value is still valid.
 */
public interface ValidatableEntry {
    /** The validator, for example an ETag; null if there is none. */
    @Nullable
    String validator();

    /** The validator of an entry, null if it has none. */
    static @Nullable String of(@Nullable Stored entry) {
        return entry instanceof ValidatableEntry validated ? validated.validator() : null;
    }
}
