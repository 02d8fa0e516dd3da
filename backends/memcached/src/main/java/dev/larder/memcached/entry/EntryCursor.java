package dev.larder.memcached.entry;

import dev.larder.memcached.connection.FailureCollector;
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

/** The entries at listed keys. Values are read 200 at a time. Not thread-safe. */
public final class EntryCursor implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private static final int BATCH_SIZE = 200;

    private final Iterator<ByteKey> keys;
    private final EntryReads entryReads;
    private final Deque<Map.Entry<ByteKey, ByteEntry>> entries = new ArrayDeque<>();

    public EntryCursor(Collection<ByteKey> keys, EntryReads entryReads) {
        this.keys = keys.iterator();
        this.entryReads = entryReads;
    }

    @Override
    public boolean hasNext() {
        while (entries.isEmpty() && keys.hasNext()) {
            fetch();
        }
        return !entries.isEmpty();
    }

    private void fetch() {
        List<ByteKey> some = new ArrayList<>(BATCH_SIZE);
        while (some.size() < BATCH_SIZE && keys.hasNext()) {
            some.add(keys.next());
        }
        FailureCollector failureCollector = new FailureCollector();
        Iterator<ByteKey> each = some.iterator();
        for (ByteEntry entry : entryReads.readAll(some, failureCollector)) {
            ByteKey key = each.next();
            if (entry != null) {
                entries.add(Map.entry(key, entry));
            }
        }
        failureCollector.throwIfAny();
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return entries.remove();
    }
}
