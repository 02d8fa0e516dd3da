package dev.larder.mapdb;

import dev.larder.spi.Stamps;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mapdb.HTreeMap;

/**
 * The stamps of tags in one open database, in a map of its own beside those of the caches, and those asked for
 * lately in memory. Whoever calls holds the tag's stripe, but for {@link #remembered}.
 */
final class TagTable {
    private static final int SLOTS = 1 << 14;

    private final Vessel vessel;
    private final HTreeMap<byte[], Long> map;
    private final AtomicReferenceArray<Slot> memory = new AtomicReferenceArray<>(SLOTS);

    private record Slot(String tag, long stamp) {}

    private TagTable(Vessel vessel) {
        this.vessel = vessel;
        this.map = vessel.catalogue().stamps();
    }

    static TagTable open(Vessel vessel) {
        return new TagTable(vessel);
    }

    Vessel vessel() {
        return vessel;
    }

    /** The stamp of a tag if it is in memory, {@link Stamps#NONE} if it is not. */
    long remembered(String tag) {
        Slot slot = memory.get(slot(tag));
        return slot != null && slot.tag.equals(tag) ? slot.stamp : Stamps.NONE;
    }

    /** The stamp of a tag, {@link Stamps#NONE} if it has none. */
    long read(String tag, byte[] key) {
        Long found = map.get(key);
        return found == null ? Stamps.NONE : remember(tag, found);
    }

    /** Gives a tag a fresh stamp. */
    long renew(String tag, byte[] key) {
        long fresh = Stamps.fresh();
        map.put(key, fresh);
        return remember(tag, fresh);
    }

    // Under the tag's stripe, so that no older stamp can come after a newer one.
    private long remember(String tag, long stamp) {
        memory.set(slot(tag), new Slot(tag, stamp));
        return stamp;
    }

    private static int slot(String tag) {
        int hash = tag.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
