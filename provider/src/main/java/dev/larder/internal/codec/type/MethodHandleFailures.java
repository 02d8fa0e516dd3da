package dev.larder.internal.codec.type;

import dev.larder.internal.codec.failure.CodecException;

/** Handles exceptions that method handles throw. */
public final class MethodHandleFailures {
    private MethodHandleFailures() {}

    /** The exception to throw for {@code failure}: itself if it is unchecked. */
    public static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new CodecException("a constructor threw " + failure, failure);
    }
}
