package dev.larder.mapdb;

import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;

/** Where the changes of one cache are made a second time while all of them move. It never fails its callers. */
final class Mirror {
    private final Move move;
    private final HTreeMap<byte[], Sealed> map;

    Mirror(Move move, HTreeMap<byte[], Sealed> map) {
        this.move = move;
        this.map = map;
    }

    /** Puts, or removes if null. The caller holds the key's stripe. */
    void set(byte[] key, @Nullable Sealed next) {
        move.attempt(() -> {
            if (next == null) {
                map.remove(key);
            } else {
                map.put(key, next);
            }
        });
    }

    /** Forgets all. No one writes meanwhile. */
    void clear() {
        move.attempt(map::clear);
    }
}
