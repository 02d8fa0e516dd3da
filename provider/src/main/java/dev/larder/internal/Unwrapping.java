package dev.larder.internal;

import org.jspecify.annotations.Nullable;

/** Implements the {@code unwrap} methods of JSR-107. */
public final class Unwrapping {
    private Unwrapping() {}

    /**
     * Returns the first candidate of that type.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> T unwrap(Class<T> type, @Nullable Object... candidates) {
        for (Object candidate : candidates) {
            if (type.isInstance(candidate)) {
                return type.cast(candidate);
            }
        }
        throw new IllegalArgumentException("cannot unwrap to " + type.getName());
    }
}
