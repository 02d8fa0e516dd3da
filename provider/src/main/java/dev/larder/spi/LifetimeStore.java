package dev.larder.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A byte store that changes or keeps an expiry in the round trip of another verb, for lifetimes that
 * depend on what is there: a read that prolongs, a put that leaves the lifetime as it is. A remote store
 * spares a second trip by it; any other has no reason to implement it.
 *
 * <p>Everything here is as atomic as {@link #exchange}, and gives a new version to what it changes.
 * {@code now} and {@code expiry} are milliseconds since the epoch, by the backend's clock.
 */
public interface LifetimeStore extends ByteStore {

    /**
     * Gives the entry at {@code key} another expiry, unless it has expired at {@code now}, and reads it
     * as it is then. If the expiry cannot be changed the entry is read all the same.
     */
    @Nullable
    ByteEntry readTouching(ByteKey key, long now, long expiry);

    /** {@link #readTouching} for each, in order. */
    List<@Nullable ByteEntry> readAllTouching(List<ByteKey> keys, long now, long expiry);

    /**
     * Puts {@code next}, which takes over the expiry of an entry that is there and has not expired at
     * {@code now}.
     */
    void putKeeping(ByteKey key, ByteEntry next, long now);

    /** {@link #putKeeping} for each, in no order. */
    void putAllKeeping(Map<ByteKey, ByteEntry> entries, long now);

    /** {@link #putKeeping}, and gives what was there, expired or not; null if nothing was. */
    @Nullable
    ByteEntry swapKeeping(ByteKey key, ByteEntry next, long now);
}
