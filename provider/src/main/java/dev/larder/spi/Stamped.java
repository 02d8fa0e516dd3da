package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a verb of {@link TagStore} together with the stamps that were asked for.
 *
 * @param entry what the verb of the same name without a query gives
 * @param stamps in the order of the {@link TagQuery}, {@link Stamps#NONE} where there is none, after its
 *     proposals were taken; null if the medium failed and the store is told to pass over that
 */
public record Stamped(@Nullable ByteEntry entry, long @Nullable [] stamps) {}
