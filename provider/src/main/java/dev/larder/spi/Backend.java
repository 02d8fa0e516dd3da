package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/** What the caches of one manager share at one address: connections, a file. Thread-safe. */
public interface Backend extends AutoCloseable {
    /**
     * Opens the store of one cache. Two managers may open the same name at once. On a shared store they then see the
     * same entries.
     */
    Store<?, ?> open(StoreSetup setup);

    /** The clock that decides what has expired: the manager's, unless the server has one that all JVMs share. */
    default Clock clock(Clock manager) {
        return manager;
    }

    /**
     * The stamps of tags in this backend, for byte stores. Object stores live in one JVM, where the core keeps the
     * stamps itself. Null, the default, if this backend does not support tags; its caches then accept none.
     */
    default @Nullable Stamps stamps() {
        return null;
    }

    /** The native client behind this backend if it is of that type, else null. */
    default <T> @Nullable T unwrap(Class<T> type) {
        return null;
    }

    /** Releases connections and files. Idempotent. */
    @Override
    void close();
}
