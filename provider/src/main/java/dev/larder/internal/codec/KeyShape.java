package dev.larder.internal.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What of a key's class makes up its identity.
 *
 * @param state the fields that are written
 * @param extras fields that equal keys may differ in and that cannot be computed anew: Hibernate's
 *     hash codes, which depend on the JVM where an enum is part of an identifier
 * @param restorers the {@code readObject} methods to be called on a key that was read
 * @param writeReplace gives the object that is written instead; null if the key itself is
 * @param readResolve gives the object to be used instead of the one read; null if none
 * @param isTrusted whether it is known to be rebuilt equal; others are tried
 */
record KeyShape(
        Class<?> type,
        Shape state,
        List<Shape.Slot> extras,
        List<Method> restorers,
        @Nullable Method writeReplace,
        @Nullable Method readResolve,
        boolean isTrusted) {

    /** How the fields of this class are found out; {@code sample} is an object of it. */
    static KeyShape of(Class<?> type, Object sample) {
        Shape all = Shape.of(type);
        List<Shape.Slot> state = new ArrayList<>(all.slots());
        List<Shape.Slot> extras = new ArrayList<>();
        if (!type.isRecord()) {
            state.removeIf(slot -> isLazyHash(slot, all, sample));
            state.stream().filter(KeyShape::isHibernateHash).forEach(extras::add);
            state.removeAll(extras);
        }
        boolean serializable = java.io.Serializable.class.isAssignableFrom(type);
        return new KeyShape(
                type,
                new Shape(type, List.copyOf(state)),
                List.copyOf(extras),
                serializable ? restorersOf(type) : List.of(),
                serializable ? accessible(SerialHooks.replacing(type, "writeReplace")) : null,
                serializable ? accessible(SerialHooks.replacing(type, "readResolve")) : null,
                !SerialHooks.has(type) || DefaultTypes.isFramework(type.getName()));
    }

    private static List<Method> restorersOf(Class<?> type) {
        List<Method> found = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Method method = accessible(SerialHooks.readObject(c));
            if (method != null) {
                found.add(0, method);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Method accessible(@Nullable Method method) {
        return method != null && method.trySetAccessible() ? method : null;
    }

    private static boolean isHibernateHash(Shape.Slot slot) {
        Field field = slot.field();
        return slot.type() == int.class
                && field.getName().equals("hashCode")
                && field.getDeclaringClass().getName().startsWith("org.hibernate.");
    }

    /**
     * Whether a field only remembers the hash code once it was asked for. Its name arouses the
     * suspicion; the proof is that {@code hashCode()} fills it in where it was left 0.
     */
    private static boolean isLazyHash(Shape.Slot slot, Shape all, Object sample) {
        Field field = slot.field();
        return slot.type() == int.class
                && !Modifier.isFinal(field.getModifiers())
                && field.getName().toLowerCase(Locale.ROOT).contains("hash")
                && fillsIn(slot, all, sample);
    }

    private static boolean fillsIn(Shape.Slot suspect, Shape all, Object sample) {
        Object twin = Instances.of(all.type()).newInstance();
        try {
            for (Shape.Slot slot : all.slots()) {
                if (slot != suspect) {
                    slot.field().set(twin, slot.field().get(sample));
                }
            }
            int hash = twin.hashCode();
            return hash != 0 && suspect.field().getInt(twin) == hash;
        } catch (IllegalAccessException | RuntimeException notSo) {
            return false;
        }
    }
}
