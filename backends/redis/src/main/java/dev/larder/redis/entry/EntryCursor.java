package dev.larder.redis.entry;

import dev.larder.redis.keyspace.KeyScan;
import dev.larder.redis.keyspace.SeenKeys;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The entries of a cache, each once. Values are read 100 at a time. Eight bytes of each key are remembered,
 * because a server that resizes its tables may return a key twice. Not thread-safe.
 */
public final class EntryCursor implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private static final int BATCH_SIZE = 100;

    private final KeyScan keyScan;
    private final EntryReads entryReads;
    private final SeenKeys seen = new SeenKeys();
    private final Deque<ByteKey> keys = new ArrayDeque<>();
    private final Deque<Map.Entry<ByteKey, ByteEntry>> entries = new ArrayDeque<>();

    public EntryCursor(KeyScan keyScan, EntryReads entryReads) {
        this.keyScan = keyScan;
        this.entryReads = entryReads;
    }

    @Override
    public boolean hasNext() {
        while (entries.isEmpty()) {
            if (!keys.isEmpty()) {
                fetch();
            } else if (!keyScan.isDone()) {
                keyScan.step().stream().filter(seen::add).forEach(keys::add);
            } else {
                return false;
            }
        }
        return true;
    }

    private void fetch() {
        List<ByteKey> some = new ArrayList<>(BATCH_SIZE);
        while (some.size() < BATCH_SIZE && !keys.isEmpty()) {
            some.add(keys.remove());
        }
        Iterator<ByteKey> each = some.iterator();
        for (ByteEntry entry : entryReads.readAll(some)) {
            ByteKey key = each.next();
            if (entry != null) {
                entries.add(Map.entry(key, entry));
            }
        }
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return entries.remove();
    }
}
