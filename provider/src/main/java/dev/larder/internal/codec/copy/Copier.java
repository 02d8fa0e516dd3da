package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;

/** Copies keys and values for caches that store by value on the heap. Thread-safe. */
public interface Copier {

    /**
     * Copies a value. The copy shares no mutable object with {@code value}; it is {@code value} itself if that is
     * immutable. Shared references and cycles are preserved.
     *
     * @throws CodecException if the value contains an object that cannot be copied; the message names it
     */
    <T> T copy(T value);

    /** Whether {@link #copy} would return {@code value} itself. */
    boolean isImmutable(Object value);
}
