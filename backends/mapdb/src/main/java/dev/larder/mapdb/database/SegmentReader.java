package dev.larder.mapdb.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.HTreeMap;
import org.mapdb.IndexTreeLongLongMap;
import org.mapdb.Serializer;
import org.mapdb.Store;

/**
 * Reads one segment of a map in the order of hashes, from any hash on. MapDB's own iterators use the same order but
 * skip entries if the one at their position is removed. The caller keeps the writers of the segment out.
 */
public final class SegmentReader {
    private static final Serializer<long[]> DIRECTORY = new Directory();
    private static final Serializer<Object[]> LEAF = new Leaf();
    /** The bytes of values at which a read stops, however few entries there are. */
    private static final long MAX_BYTES = 1 << 20;

    private static final int PAIR = 2;
    private static final int TRIPLE = 3;

    private final Store store;
    private final IndexTreeLongLongMap index;
    private final boolean values;
    private final int maxEntries;
    private final List<FoundEntry> found = new ArrayList<>();
    private long bytes;
    private long last = -1;

    private SegmentReader(HTreeMap<byte[], ChecksummedRecord> map, int segment, boolean values, int maxEntries) {
        this.store = map.getStores()[segment];
        this.index = (IndexTreeLongLongMap) map.getIndexTrees()[segment];
        this.values = values;
        this.maxEntries = maxEntries;
    }

    /**
     * Reads entries from a hash on.
     *
     * @param values whether to read records too, or keys alone
     * @param maxEntries the number of entries at which to stop
     */
    public static Batch read(
            HTreeMap<byte[], ChecksummedRecord> map, int segment, long from, boolean values, int maxEntries) {
        SegmentReader segmentReader = new SegmentReader(map, segment, values, maxEntries);
        segmentReader.visit(segmentReader.index.getRootRecid(), segmentReader.index.getLevels(), 0, from);
        return new Batch(segmentReader.found, segmentReader.isFull() ? segmentReader.last + 1 : -1);
    }

    private void visit(long record, int level, long prefix, long from) {
        long[] directory = Objects.requireNonNull(store.get(record, DIRECTORY));
        int shift = level * index.getDirShift();
        int at = 0;
        for (int slot = 0; slot < 2 * Long.SIZE && !isFull(); slot++) {
            if ((directory[slot / Long.SIZE] >>> slot & 1) != 0) {
                at += PAIR;
                long begin = prefix | (long) slot << shift;
                long hash = directory[at + 1] - 1;
                if (hash >= 0) {
                    take(directory[at], hash, from);
                } else if (directory[at] != 0 && begin + (1L << shift) > from) {
                    visit(directory[at], level - 1, begin, from);
                }
            }
        }
    }

    private void take(long record, long hash, long from) {
        if (hash >= from) {
            Object[] leaf = Objects.requireNonNull(store.get(record, LEAF));
            for (int i = 0; i < leaf.length; i += TRIPLE) {
                add((byte[]) leaf[i], values ? value((Long) leaf[i + 1]) : null);
            }
            last = hash;
        }
    }

    private void add(byte[] key, @Nullable ChecksummedRecord value) {
        found.add(new FoundEntry(key, value));
        bytes += value == null ? 0 : value.record().length;
    }

    private boolean isFull() {
        return found.size() >= maxEntries || bytes >= MAX_BYTES;
    }

    private @Nullable ChecksummedRecord value(long record) {
        return store.get(record, CacheMap.VALUES);
    }

    /**
     * An entry, or its key alone.
     *
     * @param key the key
     * @param value the record, if values are read
     */
    @SuppressWarnings("ArrayRecordComponent")
    public // never compared
    record FoundEntry(byte[] key, @Nullable ChecksummedRecord value) {}

    /**
     * The result of one read.
     *
     * @param entries the entries, in no particular order
     * @param next the hash from which to go on; -1 at the end of the segment
     */
    public record Batch(List<FoundEntry> entries, long next) {}

    /** Two words with a bit for each slot in use, then a record id and a hash for each such slot. */
    private static final class Directory implements Serializer<long[]> {
        @Override
        public void serialize(DataOutput2 out, long[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long[] deserialize(DataInput2 in, int available) throws IOException {
            long low = in.readLong();
            long high = in.readLong();
            int used = Long.bitCount(low) + Long.bitCount(high);
            long[] directory = new long[PAIR + PAIR * used];
            directory[0] = low;
            directory[1] = high;
            long hash = 0;
            for (int i = PAIR; i < directory.length; i += PAIR) {
                directory[i] = in.unpackLong();
                hash += in.unpackLong();
                directory[i + 1] = hash;
            }
            return directory;
        }

        @Override
        public boolean isTrusted() {
            return true;
        }
    }

    /** For each entry of one hash: the key, the record id of its value, and an unused number. */
    private static final class Leaf implements Serializer<Object[]> {
        @Override
        public void serialize(DataOutput2 out, Object[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object[] deserialize(DataInput2 in, int available) throws IOException {
            Object[] leaf = new Object[in.unpackInt()];
            for (int i = 0; i < leaf.length; i += TRIPLE) {
                leaf[i] = CacheMap.KEYS.deserialize(in, -1);
                leaf[i + 1] = in.unpackLong();
                leaf[i + 2] = in.unpackLong();
            }
            return leaf;
        }

        @Override
        public boolean isTrusted() {
            return true;
        }
    }
}
