package dev.larder.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a verb of {@link TagStore} for many keys together with the stamps that were asked for.
 *
 * @param entries what the verb of the same name without a query gives
 * @param stamps as {@link Stamped#stamps()}
 */
public record StampedAll(List<@Nullable ByteEntry> entries, long @Nullable [] stamps) {}
