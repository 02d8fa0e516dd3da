package dev.larder.mapdb.database;

import java.util.List;

/**
 * A cursor over all entries of a cache, a few at a time. Each round returns exactly once every entry that is present
 * throughout. Not thread-safe.
 */
public final class EntryCursor {
    private static final int BATCH = 64;

    private CacheMap cacheMap;
    private final KeyStripes keyStripes;
    private final boolean values;
    private int segment;
    private long next;

    public EntryCursor(CacheMap cacheMap, KeyStripes keyStripes, boolean values) {
        this.cacheMap = cacheMap;
        this.keyStripes = keyStripes;
        this.values = values;
    }

    public boolean iterates(CacheMap map) {
        return cacheMap == map;
    }

    /** Goes on in another database, in which the entries have the same order. */
    public void continueIn(CacheMap moved) {
        cacheMap = moved;
    }

    /** Whether this round is over. */
    public boolean isAtEnd() {
        return segment == KeyStripes.SEGMENTS;
    }

    /** Starts another round. */
    public void rewind() {
        segment = 0;
        next = 0;
    }

    /** Returns the next few entries. The list is empty only at the end of the round. */
    public List<SegmentReader.FoundEntry> nextBatch() {
        while (!isAtEnd()) {
            SegmentReader.Batch batch = keyStripes.withoutWriters(segment, this::read);
            next = Math.max(0, batch.next());
            segment += batch.next() < 0 ? 1 : 0;
            if (!batch.entries().isEmpty()) {
                return batch.entries();
            }
        }
        return List.of();
    }

    private SegmentReader.Batch read() {
        cacheMap.refuseIfRetired();
        return SegmentReader.read(cacheMap.map(), segment, next, values, BATCH);
    }
}
