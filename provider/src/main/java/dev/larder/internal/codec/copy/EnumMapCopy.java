package dev.larder.internal.codec.copy;

import java.util.EnumMap;

/**
 * Copies a map with enum keys. Kryo's own serializer must be told the key type. Only a clone preserves the key type of
 * an empty map.
 */
final class EnumMapCopy extends CopyPlan {

    @SuppressWarnings("NullAway") // such a map may hold null
    @Override
    Object copy(Object value, CopyContext copyContext) {
        EnumMap<?, Object> copy = cloneOf(value);
        copyContext.put(value, copy);
        copy.replaceAll((key, held) -> copyContext.copyOrNull(held));
        return copy;
    }

    @SuppressWarnings("unchecked") // a clone takes what the original takes
    private static EnumMap<?, Object> cloneOf(Object value) {
        return (EnumMap<?, Object>) ((EnumMap<?, ?>) value).clone();
    }
}
