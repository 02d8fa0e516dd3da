package dev.larder;

import java.time.Instant;
import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** An entry of Larder, reached by {@code entry.unwrap(LarderEntry.class)}. */
public interface LarderEntry<K, V> extends Cache.Entry<K, V> {
    /** When this entry expires, null if it never does, as of the moment it was read. */
    @Nullable
    Instant expiresAt();

    /** The tags that this entry bears, as of the moment it was read; unmodifiable. */
    Set<String> tags();

    /**
     * By what the source of the value can tell whether it still holds: an ETag or a time stamp, as it was put; null if
     * none was. See {@link PutOptions#validator(String)}.
     */
    @Nullable
    String validator();
}
