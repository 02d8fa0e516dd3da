package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.CodecException;
import org.jspecify.annotations.Nullable;

/** A format of payloads other than object graphs. Thread-safe. */
interface ValueFormat {
    /** The codec number in the records. */
    int number();

    /**
     * Writes the payload of a value; null if it must be written as an object graph.
     *
     * @throws CodecException if this format cannot represent the value
     */
    byte @Nullable [] write(Object value);

    /** Reads the value of the payload that begins at {@code from} and fills the rest. */
    Object read(byte[] bytes, int from);
}
