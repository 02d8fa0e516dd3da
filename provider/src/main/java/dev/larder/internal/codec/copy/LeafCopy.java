package dev.larder.internal.codec.copy;

import java.util.function.UnaryOperator;

/** Copies a mutable value that contains no other mutable object. */
final class LeafCopy extends CopyPlan {
    private final UnaryOperator<Object> copying;

    LeafCopy(UnaryOperator<Object> copying) {
        this.copying = copying;
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        Object copy = copying.apply(value);
        copyContext.put(value, copy);
        return copy;
    }
}
