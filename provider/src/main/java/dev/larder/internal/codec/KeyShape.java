package dev.larder.internal.codec;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of a key's class makes up its identity.
 *
 * @param state the fields that are written
 * @param fingerprint changes with these fields
 * @param extras fields that equal keys may differ in and that cannot be computed anew: the hash codes
 *     in Hibernate's keys, which differ from JVM to JVM where an enum is part of an identifier
 * @param writeReplace gives the object that is written instead; null if the key itself is
 * @param isTrusted whether it is known to be rebuilt equal; others are tried
 * @param assembly puts a key together again
 */
record KeyShape(
        Class<?> type,
        List<Shape.Slot> state,
        int fingerprint,
        List<Shape.Slot> extras,
        @Nullable Method writeReplace,
        boolean isTrusted,
        KeyAssembly assembly) {

    /**
     * @param isLazyHash which fields only remember the hash code
     */
    static KeyShape of(Class<?> type, Predicate<Shape.Slot> isLazyHash) {
        List<Shape.Slot> state = new ArrayList<>(Shape.of(type).slots());
        List<Shape.Slot> extras = new ArrayList<>();
        if (!type.isRecord()) {
            state.removeIf(isLazyHash);
            state.stream().filter(KeyShape::isFrameworksHash).forEach(extras::add);
            state.removeAll(extras);
        }
        Shape written = new Shape(type, List.copyOf(state));
        return new KeyShape(
                type,
                written.slots(),
                written.fingerprint(),
                List.copyOf(extras),
                writeReplaceOf(type),
                !SerialHooks.has(type) || DefaultTypes.isFramework(type.getName()),
                KeyAssembly.of(written, extras));
    }

    private static @Nullable Method writeReplaceOf(Class<?> type) {
        Method method = Serializable.class.isAssignableFrom(type) ? SerialHooks.replacing(type, "writeReplace") : null;
        return method != null && method.trySetAccessible() ? method : null;
    }

    private static boolean isFrameworksHash(Shape.Slot slot) {
        Field field = slot.field();
        return slot.type() == int.class
                && field.getName().equals("hashCode")
                && DefaultTypes.isFramework(field.getDeclaringClass().getName());
    }
}
