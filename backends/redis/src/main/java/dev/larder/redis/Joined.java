package dev.larder.redis;

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
final class Joined {
    /** Nor is anybody to wait for a large record that is not his. */
    private static final int LARGE = 8 << 10;

    private static final int MOST = 16;

    private final Reading reading;
    private final Writing writing;
    private final @Nullable Joint<ByteKey, @Nullable ByteEntry> reads;
    private final @Nullable Joint<Map.Entry<ByteKey, ByteEntry>, Boolean> puts;

    Joined(Reading reading, Writing writing, Keyspace keyspace, Limits limits) {
        this.reading = reading;
        this.writing = writing;
        boolean joins = keyspace.buckets() == 1;
        int atOnce = limits.joinBeyond();
        this.reads = joins ? new Joint<>(reading::some, atOnce, MOST, limits.answer()) : null;
        this.puts = joins ? new Joint<>(this::putSome, atOnce, MOST, limits.answer()) : null;
    }

    @Nullable
    ByteEntry read(ByteKey key) {
        return reads == null ? reading.one(key) : reads.ask(key);
    }

    void put(ByteKey key, ByteEntry next) {
        if (puts == null || next.bytes().length > LARGE) {
            writing.put(key, next);
        } else {
            puts.ask(Map.entry(key, next));
        }
    }

    // Of puts to one key at the same time the last comes last.
    private List<Boolean> putSome(List<Map.Entry<ByteKey, ByteEntry>> entries) {
        if (entries.size() == 1) {
            writing.put(entries.get(0).getKey(), entries.get(0).getValue());
        } else {
            Map<ByteKey, ByteEntry> together = new LinkedHashMap<>();
            entries.forEach(each -> together.put(each.getKey(), each.getValue()));
            writing.putAll(together);
        }
        return Collections.nCopies(entries.size(), true);
    }
}
