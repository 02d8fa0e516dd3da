package dev.larder.internal.manager;

import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A map. */
final class ProbeStore implements ObjectStore {
    final Map<Object, ObjectEntry> entries = new ConcurrentHashMap<>();
    volatile boolean closed;

    @Override
    public @Nullable ObjectEntry read(Object key) {
        return entries.get(key);
    }

    @Override
    public synchronized @Nullable ObjectEntry exchange(
            Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        ObjectEntry found = entries.get(key);
        if (found == expected) {
            entries.compute(key, (same, before) -> next);
        }
        return found;
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return entries.entrySet().iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public void close() {
        closed = true;
    }
}
