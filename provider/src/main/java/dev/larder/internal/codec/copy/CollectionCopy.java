package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.type.CollectionType;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * Copies a JDK collection. Unlike Kryo's own serializers, it shares an immutable collection of immutable elements, and
 * refuses one that contains itself with a message.
 */
final class CollectionCopy extends CopyPlan {
    private final CollectionType kind;
    private final boolean isCreatedLast;

    CollectionCopy(CollectionType kind) {
        this.kind = kind;
        this.isCreatedLast = kind.finished() != null;
    }

    @Override
    Object copy(Object value, CopyContext copyContext) {
        if (kind.isFrozen() && isImmutable(value, copyContext.copier(), 0)) {
            return value;
        }
        Collection<?> from = (Collection<?>) value;
        Collection<Object> to = kind.empty().make(from.size(), kind.comparatorOf(from));
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
        return (value instanceof List<?> list && value instanceof RandomAccess)
                ? areImmutable(list, copier, depth + 1)
                : areImmutable((Collection<?>) value, copier, depth + 1);
    }

    // By index, which suits most lists and needs no iterator.
    private static boolean areImmutable(List<?> list, StructuralCopier copier, int depth) {
        for (int i = 0, size = list.size(); i < size; i++) {
            if (!copier.isImmutable(list.get(i), depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areImmutable(Collection<?> elements, StructuralCopier copier, int depth) {
        for (Object element : elements) {
            if (!copier.isImmutable(element, depth)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("NullAway") // collections that hold null take null
    private static void fill(Collection<Object> to, Collection<?> from, CopyContext copyContext) {
        if (from instanceof RandomAccess && from instanceof List<?> list) {
            for (int i = 0, size = list.size(); i < size; i++) {
                to.add(copyContext.copyOrNull(list.get(i)));
            }
        } else {
            for (Object element : from) {
                to.add(copyContext.copyOrNull(element));
            }
        }
    }
}
