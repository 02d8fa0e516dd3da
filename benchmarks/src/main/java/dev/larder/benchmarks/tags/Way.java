package dev.larder.benchmarks.tags;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to keep entries that can be invalidated by their tags, as the benchmark sees it. */
interface Way extends AutoCloseable {
    byte @Nullable [] get(String key);

    void put(String key, byte[] value, Set<String> tags);

    /** Puts a value that was computed after a tag snapshot. */
    default void leaseAndPut(String key, byte[] value, Set<String> tags) {
        throw new UnsupportedOperationException("it knows no leases");
    }

    /** Whether it can {@link #leaseAndPut} at all. */
    default boolean knowsLeases() {
        return false;
    }

    /** Whether it knows no tags, and stands here for what reading so many keys costs by itself. */
    default boolean isOnlyRead() {
        return false;
    }

    /** Puts as many entries as {@code count} says with this one tag, under the keys of {@link #key}. */
    default void fill(String tag, int count, byte[] value) {
        throw new UnsupportedOperationException("it knows no tags");
    }

    default void invalidate(String tag) {
        throw new UnsupportedOperationException("it knows no tags");
    }

    @Override
    void close();

    /** About how many bytes Larder makes of a value: stamp, header, and each tag with its stamp. */
    static int recordSize(byte[] value, Set<String> tags) {
        return value.length
                + 36
                + tags.stream().mapToInt(each -> each.length() + 9).sum();
    }

    /** The key of an entry that {@link #fill} puts. */
    static String key(String tag, int number) {
        return tag + '/' + number;
    }
}
