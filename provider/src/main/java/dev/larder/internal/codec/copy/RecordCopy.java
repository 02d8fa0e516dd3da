package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.MethodHandleFailures;
import dev.larder.internal.codec.type.ScalarTypes;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Copies a Java record that contains a mutable object, by its canonical constructor. {@code Kryo.copy} shares each
 * record, with the mutable object.
 */
final class RecordCopy extends CopyPlan {
    private final MethodHandle[] getters;
    private final boolean[] deep;
    private final MethodHandle constructor;

    RecordCopy(ClassFields classFields) {
        int size = classFields.slots().size();
        getters = new MethodHandle[size];
        deep = new boolean[size];
        for (int i = 0; i < size; i++) {
            ClassFields.Slot slot = classFields.slots().get(i);
            getters[i] = ClassFields.getter(slot, Object.class);
            deep[i] = !ScalarTypes.areAlwaysImmutable(slot.type());
        }
        constructor = classFields.canonicalConstructor();
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        copyContext.open(value);
        try {
            Object copy = (Object) constructor.invokeExact(partsOf(value, copyContext));
            copyContext.close(value, copy);
            return copy;
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
    }

    private @Nullable Object[] partsOf(Object value, CopyContext copyContext) throws Throwable {
        @Nullable Object[] parts = new @Nullable Object[getters.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = (Object) getters[i].invokeExact(value);
            parts[i] = deep[i] ? copyContext.copyOrNull(part) : part;
        }
        return parts;
    }
}
