package dev.larder.benchmarks.file;

import org.jspecify.annotations.Nullable;

/** A store on disk, as the benchmark sees it. Thread-safe. */
interface Disk extends AutoCloseable {
    byte @Nullable [] get(int key) throws Exception;

    void put(int key, byte[] value) throws Exception;

    @Override
    void close() throws Exception;
}
