package dev.larder.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objenesis.instantiator.ObjectInstantiator;

/** Copies an object field by field. No constructor is called. */
final class PlainCopy extends CopyPlan {
    private static final MethodType STEP = MethodType.methodType(void.class, Object.class, Object.class, Trail.class);
    private static final MethodHandle DEEP = deep();

    private final ObjectInstantiator<?> instances;
    private final MethodHandle[] steps;

    PlainCopy(Shape shape) {
        instances = Instances.of(shape.type());
        steps = FieldChain.of(shape, STEP, slot -> fieldOf(shape, slot));
    }

    @Override
    Object copy(Object value, Trail trail) {
        Object copy = instances.newInstance();
        trail.put(value, copy);
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(value, copy, trail);
            }
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
        return copy;
    }

    /** Copies one field: {@code (from, to, trail)void}. */
    private static MethodHandle fieldOf(Shape shape, Shape.Slot slot) {
        MethodHandle set = shape.setter(slot);
        MethodHandle toFrom;
        if (Types.isAlwaysImmutable(slot.type())) {
            toFrom = MethodHandles.dropArguments(MethodHandles.filterArguments(set, 1, slot.getter()), 2, Trail.class);
        } else {
            MethodHandle read = Shape.getter(slot, Object.class);
            MethodHandle copied = MethodHandles.filterArguments(DEEP, 0, read)
                    .asType(MethodType.methodType(slot.type(), Object.class, Trail.class));
            toFrom = MethodHandles.collectArguments(set, 1, copied);
        }
        MethodHandle generic =
                toFrom.asType(MethodType.methodType(void.class, Object.class, Object.class, Trail.class));
        return MethodHandles.permuteArguments(generic, STEP, 1, 0, 2);
    }

    private static MethodHandle deep() {
        try {
            MethodHandle copy = MethodHandles.lookup()
                    .findVirtual(Trail.class, "copyOrNull", MethodType.methodType(Object.class, Object.class));
            return MethodHandles.permuteArguments(
                    copy, MethodType.methodType(Object.class, Object.class, Trail.class), 1, 0);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
