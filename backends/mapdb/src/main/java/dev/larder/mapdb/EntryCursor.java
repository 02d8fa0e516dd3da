package dev.larder.mapdb;

import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.KeyStripes;
import dev.larder.mapdb.database.SegmentReader;
import java.util.List;

/**
 * A way through all entries of a cache, some at a time. An entry that is there throughout is met exactly once
 * in each round. One thread at a time.
 */
public final class EntryCursor {
    private static final int BATCH = 64;

    private CacheMap cacheMap;
    private final KeyStripes keyStripes;
    private final boolean values;
    private int segment;
    private long next;

    EntryCursor(CacheMap cacheMap, KeyStripes keyStripes, boolean values) {
        this.cacheMap = cacheMap;
        this.keyStripes = keyStripes;
        this.values = values;
    }

    boolean goesThrough(CacheMap others) {
        return cacheMap == others;
    }

    /** Goes on in another database, which has them in the same order. */
    void goOnIn(CacheMap moved) {
        cacheMap = moved;
    }

    /** Whether this round is over. */
    public boolean isAtEnd() {
        return segment == KeyStripes.SEGMENTS;
    }

    /** Begins another round. */
    public void rewind() {
        segment = 0;
        next = 0;
    }

    /** The next few; none only at the end. */
    public List<SegmentReader.Found> some() {
        while (!isAtEnd()) {
            SegmentReader.Some some = keyStripes.withoutWriters(segment, this::read);
            next = Math.max(0, some.next());
            segment += some.next() < 0 ? 1 : 0;
            if (!some.entries().isEmpty()) {
                return some.entries();
            }
        }
        return List.of();
    }

    private SegmentReader.Some read() {
        cacheMap.refuseIfLeft();
        return SegmentReader.read(cacheMap.map(), segment, next, values, BATCH);
    }
}
