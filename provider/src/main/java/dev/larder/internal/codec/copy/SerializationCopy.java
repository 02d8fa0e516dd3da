package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.stream.FilteredObjectOutputStream;
import dev.larder.internal.codec.stream.SharedReferenceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Copies by Java serialisation, for classes that control their own serialisation. Kryo's own JavaSerializer copies
 * nothing. The bytes never leave this method. The copy therefore uses the classes of the original, in the order in
 * which they were written, and no allow-list is checked.
 */
final class SerializationCopy extends CopyPlan {

    @Override
    Object copy(Object value, CopyContext copyContext) {
        Object copy = copyOf(value, onObject -> {
            if (!copyContext.copier().isImmutable(onObject)) {
                copyContext.addStreamed(onObject, value);
            }
        });
        copyContext.close(value, copy);
        return copy;
    }

    /** Copies a whole value, all of which must be serialisable. */
    Object copyOf(Object value, SharedReferenceException why) {
        try {
            return copyOf(value, onObject -> {});
        } catch (CodecException failure) {
            throw new CodecException(why.getMessage() + "; and as a whole, " + failure.getMessage(), failure);
        }
    }

    private static Object copyOf(Object value, Consumer<Object> onObject) {
        Queue<Class<?>> classes = new ArrayDeque<>();
        try {
            byte[] bytes = write(value, new WriteObserver(classes, onObject));
            try (Input in = new Input(new ByteArrayInputStream(bytes), classes)) {
                return in.readObject();
            }
        } catch (IOException | ClassNotFoundException failure) {
            throw new CodecException(
                    "an object of " + value.getClass().getName()
                            + ", which only Java serialisation can copy, could not be copied: " + failure,
                    failure);
        }
    }

    private static byte[] write(Object value, WriteObserver writeObserver) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FilteredObjectOutputStream out = new FilteredObjectOutputStream(bytes, writeObserver)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private record WriteObserver(Queue<Class<?>> classes, Consumer<Object> onObject)
            implements FilteredObjectOutputStream.WriteObserver {
        @Override
        public void ofClass(Class<?> type) {
            classes.add(type);
        }

        @Override
        public void ofObject(Object written) {
            onObject.accept(written);
        }
    }

    private static final class Input extends ObjectInputStream {
        private final Queue<Class<?>> classes;

        Input(InputStream from, Queue<Class<?>> classes) throws IOException {
            super(from);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) {
            return classes.remove();
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) {
            Class<?> proxy = classes.remove();
            for (String ignored : interfaces) {
                classes.remove();
            }
            return proxy;
        }
    }
}
