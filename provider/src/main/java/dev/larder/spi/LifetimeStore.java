package dev.larder.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A byte store that changes or keeps an expiry in the same round trip as another step. It serves lifetimes that depend
 * on the entry: a read that prolongs it, a put that keeps it. A remote store saves a second trip by it; other stores
 * have no reason to implement it.
 *
 * <p>Every method is as atomic as {@link #exchange} and gives a new version to what it changes. {@code now} and
 * {@code expiry} are milliseconds since the epoch, by the backend's clock.
 */
public interface LifetimeStore extends ByteStore {

    /**
     * Sets the expiry of the entry at {@code key}, unless it has expired at {@code now}, and reads it as it is
     * afterwards. If the expiry cannot be changed, the entry is read nevertheless.
     */
    @Nullable
    ByteEntry readTouching(ByteKey key, long now, long expiry);

    /** {@link #readTouching} for each key, in order. */
    List<@Nullable ByteEntry> readAllTouching(List<ByteKey> keys, long now, long expiry);

    /**
     * Puts {@code next}. If there is an entry that has not expired at {@code now}, {@code next} takes over its expiry.
     */
    void putKeeping(ByteKey key, ByteEntry next, long now);

    /** {@link #putKeeping} for each entry, in no order. */
    void putAllKeeping(Map<ByteKey, ByteEntry> entries, long now);

    /** {@link #putKeeping} that returns the previous entry, expired or not; null if there was none. */
    @Nullable
    ByteEntry swapKeeping(ByteKey key, ByteEntry next, long now);
}
