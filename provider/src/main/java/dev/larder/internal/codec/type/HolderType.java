package dev.larder.internal.codec.type;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A holder of one or two objects that is rebuilt from them: one description for graphs, keys and copies. Kryo has a
 * serializer for some of these, and none for map entries.
 *
 * @param id its number in the format, never to be given to another type
 * @param size the number of objects it holds
 * @param isFrozen whether its objects can never be replaced
 * @param contents returns its objects
 * @param factory creates a holder of objects
 */
public record HolderType(
        int id,
        Class<?> type,
        int size,
        boolean isFrozen,
        Function<Object, @Nullable Object[]> contents,
        Function<@Nullable Object[], Object> factory) {

    public static final List<HolderType> ALL = List.of(
            new HolderType(
                    120,
                    Optional.class,
                    1,
                    true,
                    box -> new @Nullable Object[] {((Optional<?>) box).orElse(null)},
                    held -> Optional.ofNullable(held[0])),
            new HolderType(
                    121,
                    OptionalInt.class,
                    1,
                    true,
                    box -> new @Nullable Object[] {
                        ((OptionalInt) box).isPresent() ? ((OptionalInt) box).getAsInt() : null
                    },
                    held -> held[0] == null ? OptionalInt.empty() : OptionalInt.of((Integer) held[0])),
            new HolderType(
                    122,
                    OptionalLong.class,
                    1,
                    true,
                    box -> new @Nullable Object[] {
                        ((OptionalLong) box).isPresent() ? ((OptionalLong) box).getAsLong() : null
                    },
                    held -> held[0] == null ? OptionalLong.empty() : OptionalLong.of((Long) held[0])),
            new HolderType(
                    123,
                    OptionalDouble.class,
                    1,
                    true,
                    box -> new @Nullable Object[] {
                        ((OptionalDouble) box).isPresent() ? ((OptionalDouble) box).getAsDouble() : null
                    },
                    held -> held[0] == null ? OptionalDouble.empty() : OptionalDouble.of((Double) held[0])),
            new HolderType(
                    124,
                    AbstractMap.SimpleEntry.class,
                    2,
                    false,
                    HolderType::pair,
                    held -> new AbstractMap.SimpleEntry<>(held[0], held[1])),
            new HolderType(
                    125,
                    AbstractMap.SimpleImmutableEntry.class,
                    2,
                    true,
                    HolderType::pair,
                    held -> new AbstractMap.SimpleImmutableEntry<>(held[0], held[1])),
            new HolderType(126, Map.entry(1, 1).getClass(), 2, true, HolderType::pair, HolderType::entry),
            new HolderType(
                    127,
                    AtomicReference.class,
                    1,
                    false,
                    box -> new @Nullable Object[] {((AtomicReference<?>) box).get()},
                    held -> new AtomicReference<>(held[0])));

    private static @Nullable Object[] pair(Object entry) {
        Map.Entry<?, ?> pair = (Map.Entry<?, ?>) entry;
        return new @Nullable Object[] {pair.getKey(), pair.getValue()};
    }

    @SuppressWarnings("NullAway") // this entry class takes no null; bytes with null cause an exception
    private static Object entry(@Nullable Object[] held) {
        return Map.entry(held[0], held[1]);
    }
}
