package dev.larder.internal.engine.store;

import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A value to return to the caller, and the entry that it comes from.
 *
 * @param entry null if the value was loaded and not stored, or if the entry expired by this access
 */
public record ReadResult<V>(V value, @Nullable Stored entry) {}
