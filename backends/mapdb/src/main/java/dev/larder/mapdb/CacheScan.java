package dev.larder.mapdb;

import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.EntryCursor;
import dev.larder.mapdb.database.SegmentReader;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over all entries of a cache. If the database is replaced, the iteration goes on in the new one. If that one
 * is empty, the entries that were not reached yet are lost.
 */
final class CacheScan implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private final CacheRegion cacheRegion;
    private final EntryCursor entryCursor;
    private final Deque<SegmentReader.FoundEntry> ahead = new ArrayDeque<>();
    private Map.@Nullable Entry<ByteKey, ByteEntry> next;

    CacheScan(CacheRegion cacheRegion, CacheMap cacheMap) {
        this.cacheRegion = cacheRegion;
        this.entryCursor = cacheRegion.cursor(cacheMap, true);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = cacheRegion.sharedDatabase().attempt(openDatabase -> found(cacheRegion.mapIn(openDatabase)));
        }
        return next != null;
    }

    private Map.@Nullable Entry<ByteKey, ByteEntry> found(CacheMap cacheMap) {
        entryCursor.continueIn(cacheMap);
        while (!ahead.isEmpty() || !entryCursor.isAtEnd()) {
            SegmentReader.FoundEntry each = ahead.poll();
            if (each == null) {
                ahead.addAll(entryCursor.nextBatch());
            } else if (each.value() != null) {
                ByteEntry entry = each.value().open(each.key());
                if (entry != null) {
                    return Map.entry(new ByteKey(each.key()), entry);
                }
            }
        }
        return null;
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<ByteKey, ByteEntry> given = Objects.requireNonNull(next);
        next = null;
        return given;
    }
}
