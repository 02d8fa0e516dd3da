package dev.larder.internal.codec;

import java.util.EnumMap;

/** Copies a map whose keys are enum constants; only a clone knows the type of the keys of an empty one. */
final class EnumMapCopy extends CopyPlan {

    @SuppressWarnings("NullAway") // such a map may hold null
    @Override
    Object copy(Object value, Trail trail) {
        EnumMap<?, Object> copy = cloneOf(value);
        trail.put(value, copy);
        copy.replaceAll((key, held) -> trail.copyOrNull(held));
        return copy;
    }

    @SuppressWarnings("unchecked") // a clone takes what the original takes
    private static EnumMap<?, Object> cloneOf(Object value) {
        return (EnumMap<?, Object>) ((EnumMap<?, ?>) value).clone();
    }
}
