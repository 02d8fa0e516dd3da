package dev.larder.internal.codec;

import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Copies a collection of the JDK. */
final class CollectionCopy extends CopyPlan {
    private final CollectionKind kind;
    private final boolean isMadeLast;

    CollectionCopy(CollectionKind kind) {
        this.kind = kind;
        this.isMadeLast = kind.finished() != null;
    }

    @Override
    Object copy(Object value, Trail trail) {
        if (kind.isFrozen() && isImmutable(value, trail.copier(), 0)) {
            return value;
        }
        Collection<?> from = (Collection<?>) value;
        Collection<Object> to = kind.empty().make(from.size(), kind.comparatorOf(from));
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
        return (value instanceof List<?> list && value instanceof RandomAccess)
                ? areImmutable(list, copier, depth + 1)
                : areImmutable((Collection<?>) value, copier, depth + 1);
    }

    // By index: this is the way of most lists, and needs no iterator.
    private static boolean areImmutable(List<?> list, StructuralCopier copier, int depth) {
        for (int i = 0, size = list.size(); i < size; i++) {
            if (!isImmutableOrNull(list.get(i), copier, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areImmutable(Collection<?> elements, StructuralCopier copier, int depth) {
        for (Object element : elements) {
            if (!isImmutableOrNull(element, copier, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isImmutableOrNull(@Nullable Object element, StructuralCopier copier, int depth) {
        return element == null || copier.isImmutable(element, depth);
    }

    @SuppressWarnings("NullAway") // collections that hold null take null
    private static void fill(Collection<Object> to, Collection<?> from, Trail trail) {
        if (from instanceof RandomAccess && from instanceof List<?> list) {
            for (int i = 0, size = list.size(); i < size; i++) {
                to.add(trail.copyOrNull(list.get(i)));
            }
        } else {
            for (Object element : from) {
                to.add(trail.copyOrNull(element));
            }
        }
    }
}
