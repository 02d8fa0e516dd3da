package dev.larder.internal;

import org.jspecify.annotations.Nullable;

/** The {@code unwrap} methods of the standard. */
public final class Unwrapping {
    private Unwrapping() {}

    /**
     * The first of the candidates that is of the type.
     *
     * @throws IllegalArgumentException if none is
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
