package dev.larder.internal.codec;

import org.jspecify.annotations.Nullable;

/** Copies a holder of one or two objects. */
final class BoxCopy extends CopyPlan {
    private final BoxKind kind;

    BoxCopy(BoxKind kind) {
        this.kind = kind;
    }

    @Override
    Object copy(Object value, Trail trail) {
        if (isImmutable(value, trail.copier(), 0)) {
            return value;
        }
        trail.open(value);
        @Nullable Object[] held = kind.contents().apply(value);
        for (int i = 0; i < held.length; i++) {
            held[i] = trail.copyOrNull(held[i]);
        }
        Object copy = kind.made().apply(held);
        trail.close(value, copy);
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        if (!kind.isFrozen()) {
            return false;
        }
        for (Object held : kind.contents().apply(value)) {
            if (held != null && !copier.isImmutable(held, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
