package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link TagStore} method with the requested stamps.
 *
 * @param entry the result of the method of the same name without a query
 * @param stamps in the order of the {@link TagQuery}, after its proposals were taken; {@link Stamps#NONE} for a tag
 *     without a stamp. Null if the store failed and is configured to ignore that
 */
public record Stamped(@Nullable ByteEntry entry, long @Nullable [] stamps) {}
