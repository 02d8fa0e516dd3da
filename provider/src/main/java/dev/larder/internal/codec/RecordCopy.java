package dev.larder.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Copies a record that holds something mutable, through its canonical constructor. */
final class RecordCopy extends CopyPlan {
    private final MethodHandle[] getters;
    private final boolean[] deep;
    private final MethodHandle constructor;

    RecordCopy(Shape shape) {
        int size = shape.slots().size();
        getters = new MethodHandle[size];
        deep = new boolean[size];
        for (int i = 0; i < size; i++) {
            Shape.Slot slot = shape.slots().get(i);
            getters[i] = Shape.getter(slot, Object.class);
            deep[i] = !Types.isAlwaysImmutable(slot.type());
        }
        constructor = shape.canonicalConstructor()
                .asSpreader(Object[].class, size)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    @Override
    Object copy(Object value, Trail trail) {
        trail.open(value);
        try {
            Object copy = (Object) constructor.invokeExact(partsOf(value, trail));
            trail.close(value, copy);
            return copy;
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
    }

    private @Nullable Object[] partsOf(Object value, Trail trail) throws Throwable {
        @Nullable Object[] parts = new @Nullable Object[getters.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = (Object) getters[i].invokeExact(value);
            parts[i] = deep[i] ? trail.copyOrNull(part) : part;
        }
        return parts;
    }
}
