package dev.larder.memcached;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The entries at keys that have been listed. Values are fetched some at a time. Not thread-safe. */
final class Cursor implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private static final int VALUES_AT_A_TIME = 200;

    private final Iterator<ByteKey> keys;
    private final Reading reading;
    private final Deque<Map.Entry<ByteKey, ByteEntry>> entries = new ArrayDeque<>();

    Cursor(Collection<ByteKey> keys, Reading reading) {
        this.keys = keys.iterator();
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        while (entries.isEmpty() && keys.hasNext()) {
            fetch();
        }
        return !entries.isEmpty();
    }

    private void fetch() {
        List<ByteKey> some = new ArrayList<>(VALUES_AT_A_TIME);
        while (some.size() < VALUES_AT_A_TIME && keys.hasNext()) {
            some.add(keys.next());
        }
        Misfortunes misfortunes = new Misfortunes();
        Iterator<ByteKey> each = some.iterator();
        for (ByteEntry entry : reading.all(some, misfortunes)) {
            ByteKey key = each.next();
            if (entry != null) {
                entries.add(Map.entry(key, entry));
            }
        }
        misfortunes.raise();
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return entries.remove();
    }
}
