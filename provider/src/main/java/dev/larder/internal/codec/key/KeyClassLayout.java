package dev.larder.internal.codec.key;

import dev.larder.internal.codec.filter.DefaultTypes;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.SerializationHooks;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a key's class that make up its identity.
 *
 * @param state the fields that are written
 * @param fingerprint changes with these fields
 * @param extras fields that equal keys may differ in and that cannot be recomputed: the hash codes in Hibernate's keys,
 *     which differ between JVMs if an identifier contains an enum
 * @param writeReplace returns the object that is written instead; null if the key itself is written
 * @param isTrusted whether it is known to be rebuilt equal; other classes are tested
 * @param assembly recreates a key
 */
record KeyClassLayout(
        Class<?> type,
        List<ClassFields.Slot> state,
        int fingerprint,
        List<ClassFields.Slot> extras,
        @Nullable Method writeReplace,
        boolean isTrusted,
        KeyInstantiator assembly) {

    /**
     * @param isLazyHash whether a field only caches the hash code
     */
    static KeyClassLayout of(Class<?> type, Predicate<ClassFields.Slot> isLazyHash) {
        List<ClassFields.Slot> state = new ArrayList<>(ClassFields.of(type).slots());
        List<ClassFields.Slot> extras = new ArrayList<>();
        if (!type.isRecord()) {
            state.removeIf(isLazyHash);
            state.stream().filter(KeyClassLayout::isFrameworksHash).forEach(extras::add);
            state.removeAll(extras);
        }
        ClassFields written = new ClassFields(type, List.copyOf(state));
        return new KeyClassLayout(
                type,
                written.slots(),
                written.fingerprint(),
                List.copyOf(extras),
                writeReplaceOf(type),
                !SerializationHooks.has(type) || DefaultTypes.isFramework(type.getName()),
                KeyInstantiator.of(written, extras));
    }

    private static @Nullable Method writeReplaceOf(Class<?> type) {
        Method method =
                Serializable.class.isAssignableFrom(type) ? SerializationHooks.replacing(type, "writeReplace") : null;
        return method != null && method.trySetAccessible() ? method : null;
    }

    private static boolean isFrameworksHash(ClassFields.Slot slot) {
        Field field = slot.field();
        return slot.type() == int.class
                && field.getName().equals("hashCode")
                && DefaultTypes.isFramework(field.getDeclaringClass().getName());
    }
}
