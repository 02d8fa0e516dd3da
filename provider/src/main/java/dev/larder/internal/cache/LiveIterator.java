package dev.larder.internal.cache;

import dev.larder.internal.engine.Engine;
import dev.larder.internal.engine.ReadOperations;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.spi.Stored;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** Iterates over the entries that are live when they are reached. {@code next} is an access. */
final class LiveIterator<K, V> implements Iterator<Cache.Entry<K, V>> {
    private final Engine<K, V> engine;
    private final ReadOperations<K, V> readOperations;
    private final Iterator<Map.Entry<K, Stored>> entries;
    private Map.@Nullable Entry<K, Stored> ahead;
    private @Nullable K last;

    LiveIterator(Engine<K, V> engine, ReadOperations<K, V> readOperations, Iterator<Map.Entry<K, Stored>> entries) {
        this.engine = engine;
        this.readOperations = readOperations;
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && entries.hasNext()) {
            Map.Entry<K, Stored> entry = entries.next();
            if (readOperations.isLive(entry.getValue())) {
                ahead = entry;
            } else {
                engine.sweep(entry.getKey(), entry.getValue());
            }
        }
        return ahead != null;
    }

    @Override
    public Cache.Entry<K, V> next() {
        Map.Entry<K, Stored> entry = hasNext() ? ahead : null;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        ahead = null;
        last = entry.getKey();
        return new ReadEntry<>(
                entry.getKey(), readOperations.access(entry.getKey(), entry.getValue()), entry.getValue());
    }

    @Override
    public void remove() {
        if (last == null) {
            throw new IllegalStateException("call remove() at most once after each next()");
        }
        engine.run(last, Operations.remove());
        last = null;
    }
}
