package dev.larder.heap;

import dev.larder.spi.ObjectEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over the entries of a cache. It skips slots whose entry is just being removed. */
final class LiveEntries implements Iterator<Map.Entry<Object, ObjectEntry>> {
    private final Iterator<Map.Entry<Object, Object>> slots;
    private Map.@Nullable Entry<Object, ObjectEntry> next;

    LiveEntries(Iterator<Map.Entry<Object, Object>> slots) {
        this.slots = slots;
        this.next = seek();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Map.Entry<Object, ObjectEntry> next() {
        Map.Entry<Object, ObjectEntry> found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = seek();
        return found;
    }

    private Map.@Nullable Entry<Object, ObjectEntry> seek() {
        while (slots.hasNext()) {
            Map.Entry<Object, Object> slot = slots.next();
            ObjectEntry entry = HeapStore.entryIn(slot.getValue());
            if (entry != null) {
                return Map.entry(slot.getKey(), entry);
            }
        }
        return null;
    }
}
