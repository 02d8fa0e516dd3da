package dev.larder.benchmarks.memcached;

import java.util.Set;

/** Who keeps values on the server, as the benchmark sees it. Thread-safe. */
interface Rival extends AutoCloseable {
    byte[] get(String key) throws Exception;

    void set(String key, byte[] value) throws Exception;

    /** Reads an entry, and replaces it unless another client has changed it. */
    void change(String key, byte[] value) throws Exception;

    /** How many of them are there. */
    int getAll(Set<String> keys) throws Exception;

    @Override
    void close() throws Exception;
}
