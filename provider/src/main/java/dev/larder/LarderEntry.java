package dev.larder;

import java.time.Instant;
import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** An entry of a Larder cache, obtained by {@code entry.unwrap(LarderEntry.class)}. */
public interface LarderEntry<K, V> extends Cache.Entry<K, V> {
    /** When this entry expires, as of the moment it was read; null if it never does. */
    @Nullable
    Instant expiresAt();

    /** The tags of this entry, as of the moment it was read; unmodifiable. */
    Set<String> tags();

    /**
     * The validator that was stored with the value: an ETag or a time stamp by which the source of the value can tell
     * whether it is still current. Null if none was stored. See {@link PutOptions#validator(String)}.
     */
    @Nullable
    String validator();
}
