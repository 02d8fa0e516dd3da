package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;

/**
 * The way to copy objects of one class. Unlike Kryo's serializers, it tells whether this very object can change: an
 * immutable one is shared, whatever its class. Immutable, thread-safe.
 */
abstract class CopyPlan {
    /** Immutable objects nested more deeply count as mutable, which costs a copy and is safe. */
    static final int MAX_DEPTH = 8;

    /** The plan for classes whose objects never change. */
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

    /** The plan for classes whose objects cannot be copied. */
    static final CopyPlan REFUSE = new CopyPlan() {
        @Override
        Object copy(Object value, CopyContext copyContext) {
            throw new CodecException("an object of " + value.getClass().getName() + " cannot be copied: it is neither"
                    + " serialisable nor made of fields that may be read; store it by reference, or leave it out of the"
                    + " value (transient)");
        }
    };

    /** Copies {@code value}, which the copy context does not contain yet. */
    abstract Object copy(Object value, CopyContext copyContext);

    /**
     * Whether this very object can never change.
     *
     * @param depth the number of enclosing objects
     */
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        return false;
    }
}
