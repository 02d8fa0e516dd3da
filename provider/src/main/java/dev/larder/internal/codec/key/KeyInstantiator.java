package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.Instantiator;
import dev.larder.internal.codec.type.SerializationHooks;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objenesis.instantiator.ObjectInstantiator;

/**
 * Creates keys of one class from their parts: records by their constructor, other classes field by field and then by
 * their {@code readObject} and {@code readResolve}, if any.
 */
abstract class KeyInstantiator {

    /** Creates a key from its parts and its extras. */
    abstract Object assemble(@Nullable Object[] parts, CheckedInput extras) throws Throwable;

    static KeyInstantiator of(ClassFields state, List<ClassFields.Slot> extras) {
        return state.type().isRecord() ? new OfRecord(state) : new OfFields(state, extras);
    }

    private static @Nullable Method accessible(@Nullable Method method) {
        return method != null && method.trySetAccessible() ? method : null;
    }

    /** The method that returns the object to use instead of the one read; null if there is none. */
    private static @Nullable Method readResolveOf(Class<?> type) {
        return Serializable.class.isAssignableFrom(type)
                ? accessible(SerializationHooks.replacing(type, "readResolve"))
                : null;
    }

    private static Object resolved(@Nullable Method readResolve, Object key) {
        Object resolved = readResolve == null ? key : KeyClassLayouts.call(readResolve, key);
        if (resolved == null) {
            throw new UndecodableException("readResolve of " + key.getClass().getName() + " returned null");
        }
        return resolved;
    }

    private static final class OfRecord extends KeyInstantiator {
        private final MethodHandle constructor;
        private final @Nullable Method readResolve;

        OfRecord(ClassFields classFields) {
            constructor = classFields.canonicalConstructor();
            readResolve = readResolveOf(classFields.type());
        }

        @Override
        Object assemble(@Nullable Object[] parts, CheckedInput extras) throws Throwable {
            return resolved(readResolve, (Object) constructor.invokeExact(parts));
        }
    }

    private static final class OfFields extends KeyInstantiator {
        private final ObjectInstantiator<?> instances;
        private final List<ClassFields.Slot> slots;
        private final List<ClassFields.Slot> extraSlots;
        private final List<Method> restorers;
        private final @Nullable Method readResolve;

        OfFields(ClassFields state, List<ClassFields.Slot> extras) {
            instances = Instantiator.of(state.type());
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
            for (ClassFields.Slot slot : extraSlots) {
                slot.field().setInt(key, extras.left() == 0 ? 0 : extras.readInt());
            }
            for (Method restorer : restorers) {
                KeyClassLayouts.call(restorer, key, new NothingToRead());
            }
            return resolved(readResolve, key);
        }

        private static List<Method> restorersOf(Class<?> type) {
            List<Method> found = new ArrayList<>();
            for (Class<?> c = type; c != null && Serializable.class.isAssignableFrom(c); c = c.getSuperclass()) {
                Method method = accessible(SerializationHooks.readObject(c));
                if (method != null) {
                    found.add(0, method);
                }
            }
            return List.copyOf(found);
        }
    }

    /** Passed to {@code readObject} methods after the fields have been set. */
    private static final class NothingToRead extends ObjectInputStream {
        NothingToRead() throws IOException {}

        @Override
        public void defaultReadObject() {}
    }
}
