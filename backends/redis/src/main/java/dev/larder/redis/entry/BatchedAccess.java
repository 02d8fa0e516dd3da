package dev.larder.redis.entry;

import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Write;
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
    private final @Nullable RequestBatcher<Write, Boolean> puts;

    public BatchedAccess(EntryReads entryReads, EntryWrites entryWrites, Keyspace keyspace, Timeouts timeouts) {
        this.entryReads = entryReads;
        this.entryWrites = entryWrites;
        boolean joins = keyspace.buckets() == 1;
        int atOnce = timeouts.batchBeyond();
        this.reads =
                joins ? new RequestBatcher<>(entryReads::readSome, atOnce, MAX_BATCH_SIZE, timeouts.answer()) : null;
        this.puts = joins ? new RequestBatcher<>(this::putBatch, atOnce, MAX_BATCH_SIZE, timeouts.answer()) : null;
    }

    public @Nullable ByteEntry read(ByteKey key) {
        return reads == null ? entryReads.read(key) : reads.submit(key);
    }

    public void put(Write write) {
        ByteEntry next = write.next();
        if (puts == null || next == null || next.bytes().length > MAX_BATCHED_BYTES) {
            entryWrites.put(write);
        } else {
            puts.submit(write);
        }
    }

    // The map keeps the last of several puts to one key.
    private List<Boolean> putBatch(List<Write> writes) {
        if (writes.size() == 1) {
            entryWrites.put(writes.get(0));
        } else {
            Map<ByteKey, Write> together = new LinkedHashMap<>();
            writes.forEach(each -> together.put(each.key(), each));
            entryWrites.putAll(List.copyOf(together.values()));
        }
        return Collections.nCopies(writes.size(), true);
    }
}
