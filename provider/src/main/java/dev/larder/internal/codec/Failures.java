package dev.larder.internal.codec;

/** Exceptions that come out of method handles. */
final class Failures {
    private Failures() {}

    /** What to throw in the place of {@code failure}: itself where that is allowed. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new CodecException("a constructor threw " + failure, failure);
    }
}
