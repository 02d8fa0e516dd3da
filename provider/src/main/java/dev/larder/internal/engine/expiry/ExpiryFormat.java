package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments of expiry as people read them. */
public final class ExpiryFormat {
    private ExpiryFormat() {}

    /** When an entry expires, null if there is no entry or it never does. */
    public static @Nullable Instant instantOf(@Nullable Stored entry) {
        return entry == null || entry.expiry() == Stored.ETERNAL ? null : Instant.ofEpochMilli(entry.expiry());
    }
}
