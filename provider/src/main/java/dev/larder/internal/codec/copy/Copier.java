package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.CodecException;

/** Copies for caches that store by value on the heap. Thread-safe. */
public interface Copier {

    /**
     * A copy that shares nothing changeable with {@code value}; {@code value} itself if it cannot be
     * changed. Objects that occur twice in {@code value} occur twice in the copy, and cycles remain.
     *
     * @throws CodecException if the value holds what cannot be copied; its message says what
     */
    <T> T copy(T value);

    /** Whether {@link #copy} would return {@code value} itself. */
    boolean isImmutable(Object value);
}
