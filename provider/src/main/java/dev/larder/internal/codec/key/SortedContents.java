package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Checks sorted sets and maps, which compare their contents by their order and not by {@code equals}. */
final class SortedContents {
    private SortedContents() {}

    /**
     * @throws CodecException if the order of a sorted set or map may treat different contents as equal
     */
    static void requireEquality(Object part) {
        if (part instanceof SortedSet<?> set) {
            requireEquality(part, set.comparator(), set);
        } else if (part instanceof SortedMap<?, ?> map) {
            requireEquality(part, map.comparator(), map.keySet());
        }
    }

    private static void requireEquality(Object part, @Nullable Comparator<?> order, Collection<?> contents) {
        boolean isNatural =
                order == null || order.equals(Comparator.naturalOrder()) || order.equals(Collections.reverseOrder());
        if (!isNatural || contents.stream().anyMatch(BigDecimal.class::isInstance)) {
            throw new CodecException("a " + part.getClass().getName() + " with the order "
                    + (isNatural ? "of BigDecimal" : order)
                    + " compares its contents by that order, not by equals; copy it into a HashSet or HashMap");
        }
    }
}
