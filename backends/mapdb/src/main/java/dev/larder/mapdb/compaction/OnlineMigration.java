package dev.larder.mapdb.compaction;

import dev.larder.mapdb.database.ChecksummedRecord;
import dev.larder.mapdb.database.DualWriter;
import dev.larder.mapdb.database.KeyStripes;
import dev.larder.mapdb.database.OpenDatabase;
import dev.larder.mapdb.database.SegmentReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;

/**
 * Moves all caches from one database to another while they are in use. It copies a few entries at a time and keeps the
 * writers of their segment out meanwhile. From the start, each writer makes its change in both databases under the same
 * key lock (see {@link DualWriter}). When the last entry has been copied, both are equal, however long that took. The
 * new database can then take over between two changes.
 *
 * <p>A failure in the new database ends the migration. It has no other effect.
 */
public final class OnlineMigration {
    private static final int BATCH = 64;
    private static final long FINISHED = -1;

    private final KeyStripes keyStripes;
    private final OpenDatabase from;
    private final OpenDatabase to;
    private final Deque<String> waiting;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private String cache = "";
    private @Nullable Long number;
    private @Nullable HTreeMap<byte[], ChecksummedRecord> source;
    private @Nullable HTreeMap<byte[], ChecksummedRecord> target;
    private int segment;
    private long next;

    /** The caller keeps writers out. */
    public OnlineMigration(KeyStripes keyStripes, OpenDatabase from, OpenDatabase to) {
        this.keyStripes = keyStripes;
        this.from = from;
        this.to = to;
        this.waiting = new ArrayDeque<>(from.metadata().keys());
    }

    public OpenDatabase from() {
        return from;
    }

    public OpenDatabase to() {
        return to;
    }

    /** Creates the dual writer of a cache that is in use. The caller keeps writers out. */
    public DualWriter dualWriter(String cache) {
        return new DualWriter(to.metadata().map(cache), failure);
    }

    /**
     * Copies until the given time. Returns true when everything is copied. Not thread-safe.
     *
     * @param end the time to stop, by {@link System#nanoTime}
     * @throws IllegalStateException if either database has failed
     */
    public boolean copy(long end) {
        do {
            if (failure.get() != null) {
                throw new IllegalStateException("the copy could not be written", failure.get());
            }
            if (from.fault != null) {
                throw new IllegalStateException("the database to copy has failed", from.fault);
            }
            if (source == null && !begin()) {
                return true;
            }
            copySome();
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /** Begins with the next cache. Returns false if there is none. */
    private boolean begin() {
        while (source == null && !waiting.isEmpty()) {
            cache = waiting.remove();
            keyStripes.runExclusively(() -> {
                number = from.metadata().mapNumber(cache);
                if (number != null) {
                    source = from.metadata().mapOf(cache);
                    target = to.metadata().mapOf(cache);
                }
            });
            segment = 0;
            next = 0;
        }
        return source != null;
    }

    private void copySome() {
        next = keyStripes.withoutWriters(segment, this::copyBatch);
        if (next < 0) {
            next = 0;
            segment++;
        }
        if (segment == KeyStripes.SEGMENTS) {
            source = null;
        }
    }

    private long copyBatch() {
        HTreeMap<byte[], ChecksummedRecord> source = this.source;
        HTreeMap<byte[], ChecksummedRecord> target = this.target;
        if (source == null
                || target == null
                || !Objects.equals(number, from.metadata().mapNumber(cache))) {
            return FINISHED; // of this segment; a cache that was dropped was empty
        }
        SegmentReader.Batch batch = SegmentReader.read(source, segment, next, true, BATCH);
        for (SegmentReader.FoundEntry each : batch.entries()) {
            if (each.value() != null) {
                target.put(each.key(), each.value());
            }
        }
        return batch.next();
    }

    /** Copies the metadata of the caches to the new database. The caller keeps writers out. */
    public void copyMetadata() {
        to.metadata().copySizesFrom(from.metadata());
        to.db().commit();
        if (failure.get() != null) {
            throw new IllegalStateException("the copy could not be written", failure.get());
        }
    }
}
