package dev.larder.mapdb.compaction;

import dev.larder.mapdb.database.ChecksummedRecord;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;

/** Where the changes of one cache are made a second time while all of them move. It never fails its callers. */
public final class DualWriter {
    private final OnlineMigration onlineMigration;
    private final HTreeMap<byte[], ChecksummedRecord> map;

    DualWriter(OnlineMigration onlineMigration, HTreeMap<byte[], ChecksummedRecord> map) {
        this.onlineMigration = onlineMigration;
        this.map = map;
    }

    /** Puts, or removes if null. The caller holds the key's stripe. */
    public void set(byte[] key, @Nullable ChecksummedRecord next) {
        onlineMigration.attempt(() -> {
            if (next == null) {
                map.remove(key);
            } else {
                map.put(key, next);
            }
        });
    }

    /** Forgets all. No one writes meanwhile. */
    public void clear() {
        onlineMigration.attempt(map::clear);
    }
}
