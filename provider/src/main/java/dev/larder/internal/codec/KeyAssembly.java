package dev.larder.internal.codec;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objenesis.instantiator.ObjectInstantiator;

/**
 * Puts keys of one class together from their parts: records by their constructor, others field by
 * field and then by the {@code readObject} and {@code readResolve} they may have.
 */
abstract class KeyAssembly {

    /** A key of its parts, and of what was left out of its bytes. */
    abstract Object assemble(@Nullable Object[] parts, CheckedInput extras) throws Throwable;

    static KeyAssembly of(Shape state, List<Shape.Slot> extras) {
        return state.type().isRecord() ? new OfRecord(state) : new OfFields(state, extras);
    }

    private static @Nullable Method accessible(@Nullable Method method) {
        return method != null && method.trySetAccessible() ? method : null;
    }

    /** The method that gives the object to be used instead of the one read; null if none. */
    private static @Nullable Method readResolveOf(Class<?> type) {
        return Serializable.class.isAssignableFrom(type)
                ? accessible(SerialHooks.replacing(type, "readResolve"))
                : null;
    }

    private static Object resolved(@Nullable Method readResolve, Object key) {
        Object resolved = readResolve == null ? key : KeyShapes.call(readResolve, key);
        if (resolved == null) {
            throw new UndecodableException("readResolve of " + key.getClass().getName() + " gave null");
        }
        return resolved;
    }

    private static final class OfRecord extends KeyAssembly {
        private final MethodHandle constructor;
        private final @Nullable Method readResolve;

        OfRecord(Shape shape) {
            constructor = shape.canonicalConstructor()
                    .asSpreader(Object[].class, shape.slots().size())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            readResolve = readResolveOf(shape.type());
        }

        @Override
        Object assemble(@Nullable Object[] parts, CheckedInput extras) throws Throwable {
            return resolved(readResolve, (Object) constructor.invokeExact(parts));
        }
    }

    private static final class OfFields extends KeyAssembly {
        private final ObjectInstantiator<?> instances;
        private final List<Shape.Slot> slots;
        private final List<Shape.Slot> extraSlots;
        private final List<Method> restorers;
        private final @Nullable Method readResolve;

        OfFields(Shape state, List<Shape.Slot> extras) {
            instances = Instances.of(state.type());
            slots = state.slots();
            extraSlots = List.copyOf(extras);
            restorers = restorersOf(state.type());
            readResolve = readResolveOf(state.type());
        }

        @Override
        Object assemble(@Nullable Object[] parts, CheckedInput extras) throws Throwable {
            Object key = instances.newInstance();
            for (int i = 0; i < parts.length; i++) {
                slots.get(i).field().set(key, parts[i]);
            }
            for (Shape.Slot slot : extraSlots) {
                slot.field().setInt(key, extras.left() == 0 ? 0 : extras.readInt());
            }
            for (Method restorer : restorers) {
                KeyShapes.call(restorer, key, new NothingToRead());
            }
            return resolved(readResolve, key);
        }

        private static List<Method> restorersOf(Class<?> type) {
            List<Method> found = new ArrayList<>();
            for (Class<?> c = type; c != null && Serializable.class.isAssignableFrom(c); c = c.getSuperclass()) {
                Method method = accessible(SerialHooks.readObject(c));
                if (method != null) {
                    found.add(0, method);
                }
            }
            return List.copyOf(found);
        }
    }

    /** Given to {@code readObject} methods when the fields are there already. */
    private static final class NothingToRead extends ObjectInputStream {
        NothingToRead() throws IOException {}

        @Override
        public void defaultReadObject() {}
    }
}
