package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.type.Classes;
import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For classes with only final fields, including records. An object of such a class is shared if the objects in its
 * fields never change, which Kryo does not find out. Otherwise another plan copies it.
 */
final class FinalFieldsCopy extends CopyPlan {
    private final MethodHandle[] open;
    private final CopyPlan otherwise;

    private FinalFieldsCopy(MethodHandle[] open, CopyPlan otherwise) {
        this.open = open;
        this.otherwise = otherwise;
    }

    static CopyPlan of(Class<?> type, CopyPlan otherwise) {
        List<Field> open = openFieldsOf(type);
        if (open == null) {
            return otherwise;
        }
        return open.isEmpty()
                ? SHARE
                : new FinalFieldsCopy(
                        open.stream().map(FinalFieldsCopy::getter).toArray(MethodHandle[]::new), otherwise);
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        return isImmutable(value, copyContext.copier(), 0) ? value : otherwise.copy(value, copyContext);
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        for (MethodHandle field : open) {
            if (!copier.isImmutable(get(field, value), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The fields that may contain a mutable object; null if a field is not final or not accessible. */
    private static @Nullable List<Field> openFieldsOf(Class<?> type) {
        List<Field> open = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (Classes.isJdk(c) ? hasFields(c) : !addOpenFields(c, open)) {
                return null;
            }
        }
        return open;
    }

    private static boolean hasFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static boolean addOpenFields(Class<?> type, List<Field> open) {
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)) {
                continue;
            }
            if (!Modifier.isFinal(modifiers) || !field.trySetAccessible()) {
                return false;
            }
            if (!ScalarTypes.areAlwaysImmutable(field.getType())) {
                open.add(field);
            }
        }
        return true;
    }

    private static MethodHandle getter(Field field) {
        try {
            return MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException closed) {
            throw new CodecException(field + " cannot be read", closed);
        }
    }

    private static @Nullable Object get(MethodHandle getter, Object from) {
        try {
            return (Object) getter.invokeExact(from);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
