package dev.larder.internal.codec;

import org.jspecify.annotations.Nullable;

/** A way in which values stand in payloads, other than as a graph. Thread-safe. */
interface ValueFormat {
    /** The codec number that records bear. */
    int number();

    /**
     * The payload of a value; null if it is to be written as a graph after all.
     *
     * @throws CodecException if the value is none of this form
     */
    byte @Nullable [] write(Object value);

    /** The value of the payload that begins at {@code from} and fills the rest. */
    Object read(byte[] bytes, int from);
}
