package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk through all entries of a cache. It goes on in the database that takes the place of another; if that is
 * empty, what had not been reached is gone.
 */
final class Walk implements Iterator<Map.Entry<ByteKey, ByteEntry>> {
    private final Region region;
    private final Cursor cursor;
    private final Deque<Tree.Found> ahead = new ArrayDeque<>();
    private Map.@Nullable Entry<ByteKey, ByteEntry> next;

    Walk(Region region, Contents contents) {
        this.region = region;
        this.cursor = region.cursor(contents, true);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = region.medium().attempt(vessel -> found(region.in(vessel)));
        }
        return next != null;
    }

    private Map.@Nullable Entry<ByteKey, ByteEntry> found(Contents contents) {
        cursor.goOnIn(contents);
        while (!ahead.isEmpty() || !cursor.isAtEnd()) {
            Tree.Found each = ahead.poll();
            if (each == null) {
                ahead.addAll(cursor.some());
            } else if (each.value() != null) {
                ByteEntry entry = each.value().open(each.key());
                if (entry != null) {
                    return Map.entry(new ByteKey(each.key()), entry);
                }
            }
        }
        return null;
    }

    @Override
    public Map.Entry<ByteKey, ByteEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<ByteKey, ByteEntry> given = Objects.requireNonNull(next);
        next = null;
        return given;
    }
}
