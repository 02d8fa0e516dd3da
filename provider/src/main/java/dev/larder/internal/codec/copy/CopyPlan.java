package dev.larder.internal.codec.copy;

/** How objects of one class are copied. Immutable, thread-safe. */
abstract class CopyPlan {
    /** Deeper nests of immutable objects are taken for mutable, which costs a copy and is safe. */
    static final int DEEPEST = 8;

    /** For classes whose objects never change. */
    static final CopyPlan SHARE = new CopyPlan() {
        @Override
        Object copy(Object value, CopyContext copyContext) {
            return value;
        }

        @Override
        boolean isImmutable(Object value, StructuralCopier copier, int depth) {
            return true;
        }
    };

    /** A copy of {@code value}, which the trail does not know yet. */
    abstract Object copy(Object value, CopyContext copyContext);

    /**
     * Whether this very object can never change.
     *
     * @param depth how many objects lie around it
     */
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        return false;
    }
}
