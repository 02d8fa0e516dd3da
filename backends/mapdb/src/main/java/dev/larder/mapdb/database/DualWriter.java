package dev.larder.mapdb.database;

import dev.larder.mapdb.compaction.OnlineMigration;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;

/** Repeats the changes of one cache in the target of a migration. It never throws to its callers. */
public final class DualWriter {
    private final OnlineMigration onlineMigration;
    private final HTreeMap<byte[], ChecksummedRecord> map;

    public DualWriter(OnlineMigration onlineMigration, HTreeMap<byte[], ChecksummedRecord> map) {
        this.onlineMigration = onlineMigration;
        this.map = map;
    }

    /** Puts a record, or removes it if {@code next} is null. The caller holds the key's lock. */
    public void set(byte[] key, @Nullable ChecksummedRecord next) {
        onlineMigration.attempt(() -> {
            if (next == null) {
                map.remove(key);
            } else {
                map.put(key, next);
            }
        });
    }

    /** Removes all entries. The caller keeps writers out. */
    public void clear() {
        onlineMigration.attempt(map::clear);
    }
}
