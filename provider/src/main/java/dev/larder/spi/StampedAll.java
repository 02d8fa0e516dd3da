package dev.larder.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a {@link TagStore} method for many keys with the requested stamps.
 *
 * @param entries the results of the method of the same name without a query
 * @param stamps as {@link Stamped#stamps()}
 */
public record StampedAll(List<@Nullable ByteEntry> entries, long @Nullable [] stamps) {}
