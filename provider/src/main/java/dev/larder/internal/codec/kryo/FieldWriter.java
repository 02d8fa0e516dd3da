package dev.larder.internal.codec.kryo;

import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.FieldChain;
import dev.larder.internal.codec.type.MethodHandleFailures;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Writes all fields of an object in the order of its class fields, by method handles that the JIT compiles together.
 * Kryo's own cached fields cost a call each.
 */
final class FieldWriter {
    private static final MethodType STEP =
            MethodType.methodType(void.class, LarderKryo.class, RecordOutput.class, Object.class);

    private final MethodHandle[] steps;

    FieldWriter(ClassFields classFields) {
        steps = FieldChain.of(
                classFields,
                STEP,
                slot -> MethodHandles.filterArguments(FieldIo.writer(slot.type()), 2, slot.getter()));
    }

    void write(LarderKryo larderKryo, RecordOutput out, Object value) {
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(larderKryo, out, value);
            }
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
    }
}
