package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.MapType;
import java.util.Map;

/**
 * Copies a JDK map. Unlike Kryo's own serializers, it shares an immutable map of immutable keys and values, and refuses
 * one that contains itself with a message.
 */
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
            if (!copier.isImmutable(pair.getKey(), depth + 1) || !copier.isImmutable(pair.getValue(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("NullAway") // maps that hold null take null
    private static void fill(Map<Object, Object> to, Map<?, ?> from, CopyContext copyContext) {
        for (Map.Entry<?, ?> pair : from.entrySet()) {
            to.put(copyContext.copyOrNull(pair.getKey()), copyContext.copyOrNull(pair.getValue()));
        }
    }
}
