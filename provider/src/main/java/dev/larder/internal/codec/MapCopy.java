package dev.larder.internal.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a map of the JDK. */
final class MapCopy extends CopyPlan {
    private final MapKind kind;
    private final boolean isMadeLast;

    MapCopy(MapKind kind) {
        this.kind = kind;
        this.isMadeLast = kind.finished() != null;
    }

    @Override
    Object copy(Object value, Trail trail) {
        if (kind.isFrozen() && isImmutable(value, trail.copier(), 0)) {
            return value;
        }
        Map<?, ?> from = (Map<?, ?>) value;
        Map<Object, Object> to = kind.empty().make(from.size(), kind.comparatorOf(from));
        if (!isMadeLast) {
            trail.put(value, to);
            fill(to, from, trail);
            return to;
        }
        trail.open(value);
        fill(to, from, trail);
        Object copy = kind.complete(to);
        trail.close(value, copy);
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
    private static void fill(Map<Object, Object> to, Map<?, ?> from, Trail trail) {
        for (Map.Entry<?, ?> pair : from.entrySet()) {
            to.put(trail.copyOrNull(pair.getKey()), trail.copyOrNull(pair.getValue()));
        }
    }
}
