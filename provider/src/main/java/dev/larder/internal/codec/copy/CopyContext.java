package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.stream.SharedReferenceException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that one copy operation has already copied, so that an object that occurs twice is copied once. Most
 * values contain a handful of mutable objects, for which searching a short array is much faster than the identity map
 * that Kryo keeps for {@code Kryo.copy}.
 */
final class CopyContext {
    /** Represents the copy of an object that can only be created after its contents. */
    private static final Object OPEN = new Object();

    /** Represents the copy of an object that went into a stream together with others. */
    private static final Object STREAMED = new Object();

    private static final int SHORT = 32;
    private static final Object[] NONE = {};

    private final StructuralCopier copier;
    private @Nullable Object[] pairs = NONE;
    private int end;
    private @Nullable IdentityHashMap<Object, Object> many;

    CopyContext(StructuralCopier copier) {
        this.copier = copier;
    }

    StructuralCopier copier() {
        return copier;
    }

    /** The copy of an object, created now or before. */
    Object copy(Object value) {
        CopyPlan plan = copier.planOf(value.getClass());
        if (plan == CopyPlan.SHARE) {
            return value;
        }
        Object known = known(value);
        if (known == null) {
            return plan.copy(value, this);
        }
        if (known == STREAMED) {
            throw new SharedReferenceException(value.getClass());
        }
        if (known == OPEN) {
            throw new CodecException("an object of " + value.getClass() + " refers to itself through "
                    + "others, and its kind of object can only be created after its contents; it cannot be copied");
        }
        return known;
    }

    @Nullable
    Object copyOrNull(@Nullable Object value) {
        return value == null ? null : copy(value);
    }

    /** Records a copy, before its contents are copied. */
    void put(Object from, Object to) {
        if (many != null) {
            many.put(from, to);
            return;
        }
        if (end == pairs.length) {
            grow();
            put(from, to);
            return;
        }
        pairs[end] = from;
        pairs[end + 1] = to;
        end += 2;
    }

    /** Marks an object whose copy is created last. */
    void open(Object from) {
        put(from, OPEN);
    }

    /** Records the copy of an object that was open. */
    void close(Object from, Object to) {
        if (many != null) {
            many.put(from, to);
            return;
        }
        for (int i = 0; i < end; i += 2) {
            if (pairs[i] == from) {
                pairs[i + 1] = to;
                return;
            }
        }
    }

    /**
     * Records an object that is being copied by Java serialisation as part of {@code root}.
     *
     * @throws SharedReferenceException if it belongs to another part as well
     */
    void addStreamed(Object object, Object root) {
        if (known(object) != null) {
            throw new SharedReferenceException(object.getClass());
        }
        put(object, STREAMED);
    }

    private @Nullable Object known(Object from) {
        if (many != null) {
            return many.get(from);
        }
        for (int i = 0; i < end; i += 2) {
            if (pairs[i] == from) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @SuppressWarnings("NullAway") // below 'end' the array is filled
    private void grow() {
        if (end < SHORT) {
            pairs = Arrays.copyOf(pairs, end == 0 ? 8 : SHORT);
            return;
        }
        IdentityHashMap<Object, Object> map = new IdentityHashMap<>();
        for (int i = 0; i < end; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        many = map;
    }
}
