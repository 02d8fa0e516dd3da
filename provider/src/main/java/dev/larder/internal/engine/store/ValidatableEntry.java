package dev.larder.internal.engine.store;

import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/** An entry that may say by what the source of its value can tell whether it still holds. */
public interface ValidatableEntry {
    /** An ETag, say; null if there is none. */
    @Nullable
    String validator();

    /** The validator of an entry, null if it has none. */
    static @Nullable String of(@Nullable Stored entry) {
        return entry instanceof ValidatableEntry validated ? validated.validator() : null;
    }
}
