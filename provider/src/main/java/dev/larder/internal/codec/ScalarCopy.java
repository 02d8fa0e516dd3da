package dev.larder.internal.codec;

/** Copies a mutable value that holds no other objects. */
final class ScalarCopy extends CopyPlan {
    private final Scalar<?> scalar;

    ScalarCopy(Scalar<?> scalar) {
        this.scalar = scalar;
    }

    @Override
    Object copy(Object value, Trail trail) {
        Object copy = scalar.copyOf(value);
        trail.put(value, copy);
        return copy;
    }
}
