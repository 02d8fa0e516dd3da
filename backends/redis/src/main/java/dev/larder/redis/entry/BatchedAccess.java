package dev.larder.redis.entry;

import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Single reads and puts, batched across threads. In a cluster each one is sent alone: in a batch, one unreachable
 * node would delay the calls to all others.
 */
public final class BatchedAccess {
    /** In bytes. A larger record is sent alone, so that it does not delay the calls of other threads. */
    private static final int MAX_BATCHED_BYTES = 8 << 10;

    private static final int MAX_BATCH_SIZE = 16;

    private final EntryReads entryReads;
    private final EntryWrites entryWrites;
    private final @Nullable RequestBatcher<ByteKey, @Nullable ByteEntry> reads;
    private final @Nullable RequestBatcher<Map.Entry<ByteKey, ByteEntry>, Boolean> puts;

    public BatchedAccess(EntryReads entryReads, EntryWrites entryWrites, Keyspace keyspace, Timeouts timeouts) {
        this.entryReads = entryReads;
        this.entryWrites = entryWrites;
        boolean joins = keyspace.buckets() == 1;
        int atOnce = timeouts.joinBeyond();
        this.reads =
                joins ? new RequestBatcher<>(entryReads::readSome, atOnce, MAX_BATCH_SIZE, timeouts.answer()) : null;
        this.puts = joins ? new RequestBatcher<>(this::putBatch, atOnce, MAX_BATCH_SIZE, timeouts.answer()) : null;
    }

    public @Nullable ByteEntry read(ByteKey key) {
        return reads == null ? entryReads.read(key) : reads.submit(key);
    }

    public void put(ByteKey key, ByteEntry next) {
        if (puts == null || next.bytes().length > MAX_BATCHED_BYTES) {
            entryWrites.put(key, next);
        } else {
            puts.submit(Map.entry(key, next));
        }
    }

    // The map keeps the last of several puts to one key.
    private List<Boolean> putBatch(List<Map.Entry<ByteKey, ByteEntry>> entries) {
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
