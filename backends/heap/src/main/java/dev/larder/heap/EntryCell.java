package dev.larder.heap;

import dev.larder.spi.ObjectEntry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Holds the current entry of a key that has been replaced at least once. After a removal it is dead: it stays empty for
 * ever. See {@link HeapStore}.
 */
final class EntryCell {
    private static final VarHandle ENTRY;

    static {
        try {
            ENTRY = MethodHandles.lookup().findVarHandle(EntryCell.class, "entry", ObjectEntry.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    @SuppressWarnings("unused") // used by its handle
    private volatile @Nullable ObjectEntry entry;

    EntryCell(ObjectEntry entry) {
        ENTRY.set(this, entry);
    }

    /** The current entry; null if this cell is dead. */
    @Nullable
    ObjectEntry get() {
        return (ObjectEntry) ENTRY.getAcquire(this);
    }

    /** Replaces the entry if it is still the expected one. If {@code next} is null, the cell is dead afterwards. */
    boolean replace(ObjectEntry expected, @Nullable ObjectEntry next) {
        return ENTRY.compareAndSet(this, expected, next);
    }
}
