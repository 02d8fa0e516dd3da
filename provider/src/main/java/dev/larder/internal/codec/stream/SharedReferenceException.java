package dev.larder.internal.codec.stream;

/**
 * Thrown if a value is not a tree of independent parts: an object that only Java serialisation can handle shares an
 * object with another part. The whole value is then handled by Java serialisation.
 */
public final class SharedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SharedReferenceException(Class<?> shared) {
        super(
                "an object of " + shared.getName() + " is shared by a part that only Java serialisation can"
                        + " handle and another part",
                null,
                false,
                false);
    }
}
