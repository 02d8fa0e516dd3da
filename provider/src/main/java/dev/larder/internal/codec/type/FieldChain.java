package dev.larder.internal.codec.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Combines the steps for the fields of a class into method handles of several fields each. The JIT compiles such a
 * handle into straight-line code; one handle per field would cost a call each.
 */
public final class FieldChain {
    private static final int FIELDS_PER_STEP = 16;

    private FieldChain() {}

    /**
     * @param type the type of the steps, returning void
     * @param step the step of one field, of that type
     */
    public static MethodHandle[] of(
            ClassFields classFields, MethodType type, Function<ClassFields.Slot, MethodHandle> step) {
        List<ClassFields.Slot> slots = classFields.slots();
        List<MethodHandle> steps = new ArrayList<>();
        for (int from = 0; from < slots.size(); from += FIELDS_PER_STEP) {
            int to = Math.min(slots.size(), from + FIELDS_PER_STEP);
            steps.add(chain(slots.subList(from, to), type, step));
        }
        return steps.toArray(MethodHandle[]::new);
    }

    // Folding prepends a step, so the last field comes first.
    private static MethodHandle chain(
            List<ClassFields.Slot> slots, MethodType type, Function<ClassFields.Slot, MethodHandle> step) {
        MethodHandle chain = MethodHandles.empty(type);
        for (int i = slots.size() - 1; i >= 0; i--) {
            chain = MethodHandles.foldArguments(chain, step.apply(slots.get(i)).asType(type));
        }
        return chain;
    }
}
