package dev.larder.mapdb.database;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;

/** Repeats the changes of one cache in the target of a migration. It never throws to its callers. */
public final class DualWriter {
    private final HTreeMap<byte[], ChecksummedRecord> map;
    private final AtomicReference<@Nullable Throwable> failure;

    /**
     * Creates the writer of one cache.
     *
     * @param map the cache's map in the target
     * @param failure takes the migration's first failure; after it, nothing more is written
     */
    public DualWriter(HTreeMap<byte[], ChecksummedRecord> map, AtomicReference<@Nullable Throwable> failure) {
        this.map = map;
        this.failure = failure;
    }

    /** Puts a record, or removes it if {@code next} is null. The caller holds the key's lock. */
    void set(byte[] key, @Nullable ChecksummedRecord next) {
        attempt(() -> {
            if (next == null) {
                map.remove(key);
            } else {
                map.put(key, next);
            }
        });
    }

    /** Removes all entries. The caller keeps writers out. */
    void clear() {
        attempt(map::clear);
    }

    private void attempt(Runnable change) {
        if (failure.get() == null) {
            try {
                change.run();
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
            }
        }
    }
}
