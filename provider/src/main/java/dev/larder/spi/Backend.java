package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/** What the caches of one manager share on one address. Thread-safe. */
public interface Backend extends AutoCloseable {
    /**
     * Opens the store of one cache. Two managers may open the same name at once; on a shared medium
     * they then see the same entries.
     */
    Store<?, ?> open(StoreSetup setup);

    /**
     * The clock that decides what has expired: the manager's, unless the medium has one that all JVMs
     * share.
     */
    default Clock clock(Clock manager) {
        return manager;
    }

    /**
     * The stamps of tags on this medium, for byte stores: object stores live in one JVM, where the core keeps
     * them itself. Null, as preset, if this backend knows none; then its caches take no tags.
     */
    default @Nullable Stamps stamps() {
        return null;
    }

    /** The native client behind this backend if it is of that type, else null. */
    default <T> @Nullable T unwrap(Class<T> type) {
        return null;
    }

    /** Frees connections and files. Idempotent. */
    @Override
    void close();
}
