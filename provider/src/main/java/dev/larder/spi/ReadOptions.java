package dev.larder.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a read does beside reading; see {@link ByteStore#read(java.util.List, ReadOptions)}.
 *
 * @param tags the stamps to return in the same round trip, null for none; only with {@link Ability#TAG_STAMPS}
 * @param touch null if no expiry changes; only with {@link Ability#CHANGE_EXPIRY}
 * @param forUpdate whether the caller decides on a write by what it reads. A failed read then counts as a failed write:
 *     it must not pass for «no entry», unless failed writes are dropped
 */
public record ReadOptions(@Nullable TagQuery tags, @Nullable Touch touch, boolean forUpdate) {
    /** A read that does nothing else. */
    public static final ReadOptions PLAIN = new ReadOptions(null, null, false);

    /** A read before a write. */
    public static final ReadOptions FOR_UPDATE = new ReadOptions(null, null, true);

    /** The options of a read, {@link #PLAIN} if it does nothing else. */
    public static ReadOptions of(@Nullable TagQuery tags, @Nullable Touch touch) {
        return tags == null && touch == null ? PLAIN : new ReadOptions(tags, touch, false);
    }

    /** The same options with a tag query. */
    public ReadOptions with(@Nullable TagQuery query) {
        return query == tags ? this : new ReadOptions(query, touch, forUpdate);
    }

    /**
     * Sets the expiry of each entry that has not expired at {@code now}, and reads it as it is afterwards. What changes
     * gets a new version. If the expiry cannot be changed, the entry is read nevertheless.
     *
     * @param now milliseconds since the epoch, by the backend's clock
     * @param expiry milliseconds since the epoch, or {@link Stored#ETERNAL}
     */
    public record Touch(long now, long expiry) {}

    /**
     * Checks that a store has the abilities that these options need.
     *
     * @throws IllegalStateException if it lacks one
     */
    public void requireAbilities(Set<Ability> abilities) {
        if (tags != null) {
            Ability.TAG_STAMPS.require(abilities);
        }
        if (touch != null) {
            Ability.CHANGE_EXPIRY.require(abilities);
        }
    }
}
