package dev.larder.internal.codec.type;

import dev.larder.internal.codec.failure.CodecException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The persistent fields of a plain class or record, in the same order in every JVM: the components of a record as
 * declared, the fields of a class by name, those of its superclasses first.
 */
public record ClassFields(Class<?> type, List<Slot> slots) {

    /** One field, with its getter {@code (Type)Field}. */
    public record Slot(Field field, MethodHandle getter) {
        public Class<?> type() {
            return field.getType();
        }
    }

    public static ClassFields of(Class<?> type) {
        return new ClassFields(type, type.isRecord() ? componentsOf(type) : fieldsOf(type));
    }

    /**
     * A hash that changes with the names, types and positions of the fields, but not with their order in the source.
     */
    public int fingerprint() {
        int hash = type.isRecord() ? 1 : 2;
        for (Slot slot : slots) {
            Field field = slot.field();
            String line = field.getDeclaringClass().getName()
                    + '.'
                    + field.getName()
                    + ':'
                    + field.getType().getName();
            hash = 31 * hash + line.hashCode();
        }
        return hash;
    }

    /** The setter {@code (Type,Field)void} of a slot. Not for records, whose fields cannot be set. */
    public MethodHandle setter(Slot slot) {
        try {
            return MethodHandles.lookup().unreflectSetter(slot.field());
        } catch (IllegalAccessException closed) {
            throw new CodecException("the fields of " + type + " cannot be set", closed);
        }
    }

    /** The canonical constructor of a record, {@code (Object[])Object}. */
    public MethodHandle canonicalConstructor() {
        Class<?>[] parameters = slots.stream().map(Slot::type).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException closed) {
            throw new CodecException("the constructor of " + type + " cannot be called", closed);
        }
    }

    /** A getter {@code (Object)as}. */
    public static MethodHandle getter(Slot slot, Class<?> as) {
        return slot.getter().asType(MethodType.methodType(as, Object.class));
    }

    private static List<Slot> componentsOf(Class<?> type) {
        List<Slot> slots = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                slots.add(slot(type.getDeclaredField(component.getName())));
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return List.copyOf(slots);
    }

    private static List<Slot> fieldsOf(Class<?> type) {
        Deque<Class<?>> line = new ArrayDeque<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            line.push(c);
        }
        return line.stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredFields())
                        .filter(ClassKind::isState)
                        .sorted(Comparator.comparing(Field::getName)))
                .map(ClassFields::slot)
                .toList();
    }

    private static Slot slot(Field field) {
        field.setAccessible(true);
        try {
            return new Slot(field, MethodHandles.lookup().unreflectGetter(field));
        } catch (IllegalAccessException closed) {
            throw new CodecException(field + " cannot be read", closed);
        }
    }
}
