package dev.larder.internal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Java serialisation behind the gate, in both directions. */
final class Streams {
    private Streams() {}

    /**
     * @param met is told of each object that goes into the stream
     * @throws CodecException if an object is not serialisable, or its class off the allow-list
     */
    static byte[] write(Object value, Gate gate, Consumer<Object> met) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StreamOutput out = new StreamOutput(bytes, new Guard(gate, met))) {
            out.writeObject(value);
        } catch (IOException failure) {
            throw new CodecException(
                    "an object of class " + value.getClass().getName()
                            + ", which only Java serialisation can write, could not be written: " + failure,
                    failure);
        }
        return readable(bytes.toByteArray());
    }

    // What nobody will read is refused now, with a message, rather than missed later.
    private static byte[] readable(byte[] stream) {
        try {
            StreamScan.spend(stream, 0, new Budget(stream.length));
            return stream;
        } catch (UndecodableException refused) {
            throw new CodecException("what Java serialisation makes of it could not be read: " + refused.getMessage());
        }
    }

    /**
     * Reads the stream that begins at {@code offset} and fills the rest of the array.
     *
     * @throws UndecodableException if it cannot be read, or names a class off the allow-list
     */
    static Object read(byte[] bytes, int offset, Gate gate, ClassLoader classLoader, Budget budget) {
        StreamScan.spend(bytes, offset, budget);
        int length = bytes.length - offset;
        try (StreamInput in =
                new StreamInput(new ByteArrayInputStream(bytes, offset, length), budget, gate, classLoader)) {
            Object value = in.readObject();
            if (value == null || in.read() != -1) {
                throw new UndecodableException("a stream holds null or more than one object");
            }
            return value;
        } catch (IOException | ClassNotFoundException failure) {
            throw new UndecodableException("a stream cannot be read: " + failure, failure);
        }
    }

    private record Guard(Gate gate, Consumer<Object> met) implements StreamOutput.Witness {
        @Override
        public void ofClass(Class<?> type) {
            if (!Proxy.isProxyClass(type)) {
                gate.toWrite(type);
            }
        }

        @Override
        public void ofObject(Object written) {
            met.accept(written);
        }
    }
}
