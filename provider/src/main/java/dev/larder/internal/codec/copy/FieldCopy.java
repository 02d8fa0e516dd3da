package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.FieldChain;
import dev.larder.internal.codec.type.Instantiator;
import dev.larder.internal.codec.type.MethodHandleFailures;
import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objenesis.instantiator.ObjectInstantiator;

/**
 * Copies an object field by field. Unlike Kryo's own FieldSerializer, it sets fields by method handles, without Unsafe
 * or generated classes. No constructor is called.
 */
final class FieldCopy extends CopyPlan {
    private static final MethodType STEP =
            MethodType.methodType(void.class, Object.class, Object.class, CopyContext.class);
    private static final MethodHandle DEEP_COPY = deep();

    private final ObjectInstantiator<?> instances;
    private final MethodHandle[] steps;

    FieldCopy(ClassFields classFields) {
        instances = Instantiator.of(classFields.type());
        steps = FieldChain.of(classFields, STEP, slot -> fieldOf(classFields, slot));
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        Object copy = instances.newInstance();
        copyContext.put(value, copy);
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(value, copy, copyContext);
            }
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
        return copy;
    }

    /** Copies one field: {@code (from, to, context)void}. */
    private static MethodHandle fieldOf(ClassFields classFields, ClassFields.Slot slot) {
        MethodHandle set = classFields.setter(slot);
        MethodHandle toFrom;
        if (ScalarTypes.areAlwaysImmutable(slot.type())) {
            toFrom = MethodHandles.dropArguments(
                    MethodHandles.filterArguments(set, 1, slot.getter()), 2, CopyContext.class);
        } else {
            MethodHandle read = ClassFields.getter(slot, Object.class);
            MethodHandle copied = MethodHandles.filterArguments(DEEP_COPY, 0, read)
                    .asType(MethodType.methodType(slot.type(), Object.class, CopyContext.class));
            toFrom = MethodHandles.collectArguments(set, 1, copied);
        }
        MethodHandle generic =
                toFrom.asType(MethodType.methodType(void.class, Object.class, Object.class, CopyContext.class));
        return MethodHandles.permuteArguments(generic, STEP, 1, 0, 2);
    }

    private static MethodHandle deep() {
        try {
            MethodHandle copy = MethodHandles.lookup()
                    .findVirtual(CopyContext.class, "copyOrNull", MethodType.methodType(Object.class, Object.class));
            return MethodHandles.permuteArguments(
                    copy, MethodType.methodType(Object.class, Object.class, CopyContext.class), 1, 0);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
