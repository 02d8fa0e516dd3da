package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.stream.SharedReferenceException;
import dev.larder.internal.codec.type.ClassTable;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects by decomposing and rebuilding them. Unlike {@code Kryo.copy}, it copies a record that contains a
 * mutable object, shares what can never change, and may be used by many threads. The copy plan is chosen once per
 * class. What it holds of classes lives only as long as its manager.
 */
public final class StructuralCopier implements Copier {
    private final ClassTable<CopyPlan> plans = new ClassTable<>();
    private final CopyPlans chooser;

    public StructuralCopier(AllowList immutable) {
        chooser = new CopyPlans(immutable);
    }

    @SuppressWarnings("unchecked") // a copy is of its original's class
    @Override
    public <T> T copy(T value) {
        CopyPlan plan = planOf(value.getClass());
        return plan == CopyPlan.SHARE ? value : (T) copy(value, plan);
    }

    @Override
    public boolean isImmutable(Object value) {
        return isImmutable(value, 0);
    }

    boolean isImmutable(@Nullable Object value, int depth) {
        return value == null
                || (depth < CopyPlan.MAX_DEPTH && planOf(value.getClass()).isImmutable(value, this, depth));
    }

    CopyPlan planOf(Class<?> type) {
        CopyPlan plan = plans.get(type);
        return plan != null ? plan : choose(type);
    }

    private CopyPlan choose(Class<?> type) {
        CopyPlan plan = chooser.planFor(type);
        plans.put(type, plan);
        return plan;
    }

    private Object copy(Object value, CopyPlan plan) {
        try {
            return plan.copy(value, new CopyContext(this));
        } catch (SharedReferenceException shared) {
            return chooser.streamed(value, shared);
        } catch (StackOverflowError tooDeep) {
            throw new CodecException("a value of " + value.getClass() + " is nested too deeply to be copied", tooDeep);
        }
    }
}
