package dev.larder.internal.codec.type;

import dev.larder.internal.codec.CodecException;

/** Exceptions that come out of method handles. */
public final class MethodHandleFailures {
    private MethodHandleFailures() {}

    /** What to throw in the place of {@code failure}: itself where that is allowed. */
    public static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new CodecException("a constructor threw " + failure, failure);
    }
}
