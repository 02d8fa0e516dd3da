package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.HolderType;
import org.jspecify.annotations.Nullable;

/**
 * Copies a holder of one or two objects. Kryo has serializers for a part of the holders only; these copy immutable ones
 * too.
 */
final class HolderCopy extends CopyPlan {
    private final HolderType kind;

    HolderCopy(HolderType kind) {
        this.kind = kind;
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        if (isImmutable(value, copyContext.copier(), 0)) {
            return value;
        }
        copyContext.open(value);
        @Nullable Object[] held = kind.contents().apply(value);
        for (int i = 0; i < held.length; i++) {
            held[i] = copyContext.copyOrNull(held[i]);
        }
        Object copy = kind.factory().apply(held);
        copyContext.close(value, copy);
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        if (!kind.isFrozen()) {
            return false;
        }
        for (Object held : kind.contents().apply(value)) {
            if (!copier.isImmutable(held, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
