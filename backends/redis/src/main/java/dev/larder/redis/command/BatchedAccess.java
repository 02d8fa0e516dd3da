package dev.larder.redis.command;

import dev.larder.redis.Timeouts;
import dev.larder.redis.entry.EntryReads;
import dev.larder.redis.entry.EntryWrites;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and puts of single entries: those of many threads at once travel together. In a cluster each goes alone, for one
 * node that is away would keep those waiting who have to do with others.
 */
public final class BatchedAccess {
    /** Nor is anybody to wait for a large record that is not his. */
    private static final int LARGE = 8 << 10;

    private static final int MOST = 16;

    private final EntryReads entryReads;
    private final EntryWrites entryWrites;
    private final @Nullable RequestBatcher<ByteKey, @Nullable ByteEntry> reads;
    private final @Nullable RequestBatcher<Map.Entry<ByteKey, ByteEntry>, Boolean> puts;

    public BatchedAccess(EntryReads entryReads, EntryWrites entryWrites, Keyspace keyspace, Timeouts timeouts) {
        this.entryReads = entryReads;
        this.entryWrites = entryWrites;
        boolean joins = keyspace.buckets() == 1;
        int atOnce = timeouts.joinBeyond();
        this.reads = joins ? new RequestBatcher<>(entryReads::some, atOnce, MOST, timeouts.answer()) : null;
        this.puts = joins ? new RequestBatcher<>(this::putSome, atOnce, MOST, timeouts.answer()) : null;
    }

    public @Nullable ByteEntry read(ByteKey key) {
        return reads == null ? entryReads.one(key) : reads.ask(key);
    }

    public void put(ByteKey key, ByteEntry next) {
        if (puts == null || next.bytes().length > LARGE) {
            entryWrites.put(key, next);
        } else {
            puts.ask(Map.entry(key, next));
        }
    }

    // Of puts to one key at the same time the last comes last.
    private List<Boolean> putSome(List<Map.Entry<ByteKey, ByteEntry>> entries) {
        if (entries.size() == 1) {
            entryWrites.put(entries.get(0).getKey(), entries.get(0).getValue());
        } else {
            Map<ByteKey, ByteEntry> together = new LinkedHashMap<>();
            entries.forEach(each -> together.put(each.getKey(), each.getValue()));
            entryWrites.putAll(together);
        }
        return Collections.nCopies(entries.size(), true);
    }
}
