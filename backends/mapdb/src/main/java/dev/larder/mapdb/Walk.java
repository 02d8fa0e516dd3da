package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A walk through all entries of a cache. It ends early if the database is replaced meanwhile: what it had not
 * reached is gone.
 */
final class Walk implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private final Region region;
    private final Contents contents;
    private final Iterator<Map.Entry<byte[], Sealed>> entries;
    private Map.@Nullable Entry<ByteKey, ByteEntry> next;

    Walk(Region region, Contents contents) {
        this.region = region;
        this.contents = contents;
        this.entries = contents.map().entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = region.medium().attempt(vessel -> vessel == contents.vessel() ? found() : null);
        }
        return next != null;
    }

    private Map.@Nullable Entry<ByteKey, ByteEntry> found() {
        while (entries.hasNext()) {
            Map.Entry<byte[], Sealed> each = entries.next();
            ByteEntry entry = each.getValue().open(each.getKey());
            if (entry != null) {
                return Map.entry(new ByteKey(each.getKey()), entry);
            }
        }
        return null;
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<ByteKey, ByteEntry> given = java.util.Objects.requireNonNull(next);
        next = null;
        return given;
    }
}
