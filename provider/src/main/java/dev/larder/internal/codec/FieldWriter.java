package dev.larder.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Writes all fields of an object, in the order of its shape. */
final class FieldWriter {
    private static final MethodType STEP =
            MethodType.methodType(void.class, Graph.class, RecordOutput.class, Object.class);

    private final MethodHandle[] steps;

    FieldWriter(Shape shape) {
        steps = FieldChain.of(
                shape, STEP, slot -> MethodHandles.filterArguments(FieldIo.writer(slot.type()), 2, slot.getter()));
    }

    void write(Graph graph, RecordOutput out, Object value) {
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(graph, out, value);
            }
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
    }
}
