package dev.larder.internal.engine.store;

import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A value in the caller's hands, and the entry that it is from.
 *
 * @param entry null if it was loaded and not stored, or has expired by this very access
 */
public record ReadResult<V>(V value, @Nullable Stored entry) {}
