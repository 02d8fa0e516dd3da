package dev.larder.internal.codec.stream;

/**
 * Says that a value is not a tree of parts of which each can be handled by itself: an object that
 * only Java serialisation understands shares something with the rest. The whole then goes that way.
 */
public final class SharedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SharedReferenceException(Class<?> shared) {
        super(
                "an object of " + shared.getName() + " is shared between a part that only Java serialisation can"
                        + " handle and another part",
                null,
                false,
                false);
    }
}
