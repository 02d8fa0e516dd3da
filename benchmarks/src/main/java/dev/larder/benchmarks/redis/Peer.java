package dev.larder.benchmarks.redis;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to a cache on Redis, as the benchmark sees it. Thread-safe. */
interface Peer extends AutoCloseable {
    byte @Nullable [] get(String key);

    void put(String key, byte[] value);

    /** How many of them are there. */
    int getAll(Set<String> keys);

    boolean putIfAbsent(String key, byte[] value);

    /** Reads and writes an entry as one step. */
    void invoke(String key);

    /** Whether it can {@link #invoke} at all. */
    default boolean canInvoke() {
        return true;
    }

    @Override
    void close();
}
