package dev.larder.internal.codec.stream;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.RecordBudget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Java serialisation in both directions, under the class filter and the budget, which Kryo's own JavaSerializer does
 * not have.
 */
public final class JavaSerialization {
    private JavaSerialization() {}

    /**
     * @param onObject receives each object that goes into the stream
     * @throws CodecException if an object is not serialisable, or its class is not on the allow-list
     */
    public static byte[] write(Object value, ClassFilter classFilter, Consumer<Object> onObject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FilteredObjectOutputStream out =
                new FilteredObjectOutputStream(bytes, new FilteringObserver(classFilter, onObject))) {
            out.writeObject(value);
        } catch (IOException failure) {
            throw new CodecException(
                    "an object of class " + value.getClass().getName()
                            + ", which only Java serialisation can write, could not be written: " + failure,
                    failure);
        }
        return readable(bytes.toByteArray());
    }

    // A stream that could not be read is rejected now, with a message, instead of causing misses later.
    private static byte[] readable(byte[] stream) {
        try {
            StreamScan.spend(stream, 0, new RecordBudget(stream.length));
            return stream;
        } catch (UndecodableException refused) {
            throw new CodecException("its bytes from Java serialisation could not be read: " + refused.getMessage());
        }
    }

    /**
     * Reads the stream that begins at {@code offset} and fills the rest of the array.
     *
     * @throws UndecodableException if it cannot be read, or names a class that is not on the allow-list
     */
    public static Object read(
            byte[] bytes, int offset, ClassFilter classFilter, ClassLoader classLoader, RecordBudget recordBudget) {
        StreamScan.spend(bytes, offset, recordBudget);
        int length = bytes.length - offset;
        try (FilteredObjectInputStream in = new FilteredObjectInputStream(
                new ByteArrayInputStream(bytes, offset, length), recordBudget, classFilter, classLoader)) {
            Object value = in.readObject();
            if (value == null || in.read() != -1) {
                throw new UndecodableException("a stream holds null or more than one object");
            }
            return value;
        } catch (IOException | ClassNotFoundException failure) {
            throw new UndecodableException("a stream cannot be read: " + failure, failure);
        }
    }

    private record FilteringObserver(ClassFilter classFilter, Consumer<Object> onObject)
            implements FilteredObjectOutputStream.WriteObserver {
        @Override
        public void ofClass(Class<?> type) {
            if (!Proxy.isProxyClass(type)) {
                classFilter.toWrite(type);
            }
        }

        @Override
        public void ofObject(Object written) {
            onObject.accept(written);
        }
    }
}
