package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.MapType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a JDK map. */
final class MapCopy extends CopyPlan {
    private final MapType kind;
    private final boolean isCreatedLast;

    MapCopy(MapType kind) {
        this.kind = kind;
        this.isCreatedLast = kind.finished() != null;
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        if (kind.isFrozen() && isImmutable(value, copyContext.copier(), 0)) {
            return value;
        }
        Map<?, ?> from = (Map<?, ?>) value;
        Map<Object, Object> to = kind.empty().make(from.size(), kind.comparatorOf(from));
        if (!isCreatedLast) {
            copyContext.put(value, to);
            fill(to, from, copyContext);
            return to;
        }
        copyContext.open(value);
        fill(to, from, copyContext);
        Object copy = kind.complete(to);
        copyContext.close(value, copy);
        return copy;
    }

    @Override
    boolean isImmutable(Object value, StructuralCopier copier, int depth) {
        if (!kind.isFrozen()) {
            return false;
        }
        for (Map.Entry<?, ?> pair : ((Map<?, ?>) value).entrySet()) {
            if (!fixed(pair.getKey(), copier, depth) || !fixed(pair.getValue(), copier, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fixed(@Nullable Object held, StructuralCopier copier, int depth) {
        return held == null || copier.isImmutable(held, depth + 1);
    }

    @SuppressWarnings("NullAway") // maps that hold null take null
    private static void fill(Map<Object, Object> to, Map<?, ?> from, CopyContext copyContext) {
        for (Map.Entry<?, ?> pair : from.entrySet()) {
            to.put(copyContext.copyOrNull(pair.getKey()), copyContext.copyOrNull(pair.getValue()));
        }
    }
}
