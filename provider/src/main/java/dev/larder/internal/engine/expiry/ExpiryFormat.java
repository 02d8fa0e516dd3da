package dev.larder.internal.engine.expiry;

import dev.larder.spi.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Converts expiry to {@link Instant}. */
public final class ExpiryFormat {
    private ExpiryFormat() {}

    /** The expiry of an entry, null if there is no entry or it never expires. */
    public static @Nullable Instant instantOf(@Nullable Stored entry) {
        return entry == null || entry.expiry() == Stored.ETERNAL ? null : Instant.ofEpochMilli(entry.expiry());
    }
}
