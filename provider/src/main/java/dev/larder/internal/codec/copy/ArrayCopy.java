package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.reflect.Array;

/**
 * Copies arrays. Unlike Kryo's own serializers, it copies an array of immutable objects, such as enum constants, in one
 * step.
 */
final class ArrayCopy extends CopyPlan {
    private static final CopyPlan OF_OBJECTS = new ArrayCopy();

    private ArrayCopy() {}

    static CopyPlan of(Class<?> type) {
        Class<?> element = type.getComponentType();
        return ScalarTypes.areAlwaysImmutable(element) ? new Flat() : OF_OBJECTS;
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        Object[] copy = ((Object[]) value).clone();
        copyContext.put(value, copy);
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] != null) {
                copy[i] = copyContext.copy(copy[i]);
            }
        }
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        return ((Object[]) value).length == 0;
    }

    /** Copies arrays whose elements never change. */
    private static final class Flat extends CopyPlan {
        @SuppressWarnings("SuspiciousSystemArraycopy")
        @Override
        Object copy(Object value, CopyContext copyContext) {
            int length = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            System.arraycopy(value, 0, copy, 0, length);
            copyContext.put(value, copy);
            return copy;
        }

        @Override
        boolean isImmutable(Object value, StructuralCopier copier, int depth) {
            return Array.getLength(value) == 0;
        }
    }
}
