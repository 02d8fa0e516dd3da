package dev.larder.internal.codec;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a key together from its parts. */
final class KeyParts {
    private KeyParts() {}

    static Object assemble(KeyShape shape, @Nullable Object[] parts, CheckedInput extras) {
        try {
            Object key = shape.type().isRecord()
                    ? shape.state().canonicalConstructor().invokeWithArguments(parts)
                    : filled(shape, parts, extras);
            return resolved(shape, key);
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
    }

    /** A part as the type of its field wants it: a list was written without its class. */
    @SuppressWarnings("unchecked") // whatever the elements are, the collection was written with them
    static @Nullable Object as(Class<?> type, @Nullable Object part) {
        Class<?> wanted = MethodType.methodType(type).wrap().returnType();
        if (part == null || wanted.isInstance(part)) {
            return part;
        }
        Object empty = emptyOf(wanted);
        if (part instanceof Collection<?> from && empty instanceof Collection<?> to) {
            ((Collection<Object>) to).addAll(from);
        } else if (part instanceof Map<?, ?> from && empty instanceof Map<?, ?> to) {
            ((Map<Object, Object>) to).putAll(from);
        } else {
            throw new UndecodableException(
                    "a key holds a " + part.getClass().getName() + " where its class wants a " + type.getName());
        }
        return empty;
    }

    private static Object filled(KeyShape shape, @Nullable Object[] parts, CheckedInput extras) throws Exception {
        Object key = Instances.of(shape.type()).newInstance();
        List<Shape.Slot> slots = shape.state().slots();
        for (int i = 0; i < parts.length; i++) {
            slots.get(i).field().set(key, parts[i]);
        }
        for (Shape.Slot slot : shape.extras()) {
            slot.field().setInt(key, extras.left() == 0 ? 0 : extras.readInt());
        }
        for (Method restorer : shape.restorers()) {
            KeyShapes.call(restorer, key, new NothingToRead());
        }
        return key;
    }

    private static Object resolved(KeyShape shape, Object key) {
        Object resolved = shape.readResolve() == null ? key : KeyShapes.call(shape.readResolve(), key);
        if (resolved == null) {
            throw new UndecodableException("readResolve of " + shape.type().getName() + " gave null");
        }
        return resolved;
    }

    private static @Nullable Object emptyOf(Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            return constructor.newInstance();
        } catch (ReflectiveOperationException none) {
            return null;
        }
    }

    /** Given to {@code readObject} methods when the fields are there already. */
    private static final class NothingToRead extends ObjectInputStream {
        NothingToRead() throws IOException {}

        @Override
        public void defaultReadObject() {}
    }
}
