package dev.larder.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the writes of one call have in common; see {@link ByteStore#write}.
 *
 * @param mode when a write takes place, and what it returns
 * @param tags the stamps to return in the same round trip, null for none; only with {@link Ability#TAG_STAMPS}
 * @param keepExpiry null if every new entry has its own expiry; only with {@link Ability#CHANGE_EXPIRY}
 */
public record WriteOptions(
        Mode mode, @Nullable TagQuery tags, @Nullable KeepExpiry keepExpiry) {
    /** Exchanges without stamps. */
    public static final WriteOptions EXCHANGE = new WriteOptions(Mode.EXCHANGE, null, null);

    /** Swaps without stamps. */
    public static final WriteOptions SWAP = new WriteOptions(Mode.SWAP, null, null);

    /** Puts without stamps. */
    public static final WriteOptions PUT = new WriteOptions(Mode.PUT, null, null);

    /** When a write takes place, and what it returns. */
    public enum Mode {
        /**
         * If the entry is still the expected one. Returns the witness: the expected entry itself (the same object) if
         * the write took place, otherwise the entry that was found, null if there was none.
         */
        EXCHANGE,
        /** Always. Returns the previous entry, null if there was none. Only with {@link Ability#SWAP}. */
        SWAP,
        /** Always. Returns null. Only with {@link Ability#READ_FREE_PUT}. */
        PUT
    }

    /**
     * A new entry takes over the expiry of the one that it replaces, unless that has expired.
     *
     * @param now milliseconds since the epoch, by the backend's clock
     */
    public record KeepExpiry(long now) {}

    /** The same options, and whether a new entry keeps the expiry of the one that it replaces. */
    public WriteOptions with(@Nullable KeepExpiry keep) {
        return keep == keepExpiry ? this : new WriteOptions(mode, tags, keep);
    }

    /** The same options with a tag query. */
    public WriteOptions with(@Nullable TagQuery query) {
        return query == tags ? this : new WriteOptions(mode, query, keepExpiry);
    }

    /** Whether a write that returned {@code answer} has taken place. */
    public boolean tookPlace(Write write, @Nullable ByteEntry answer) {
        return mode != Mode.EXCHANGE || answer == write.expected();
    }

    /**
     * Checks that a store has the abilities that these options need.
     *
     * @throws IllegalStateException if it lacks one
     */
    public void requireAbilities(Set<Ability> abilities) {
        if (mode == Mode.SWAP) {
            Ability.SWAP.require(abilities);
        } else if (mode == Mode.PUT) {
            Ability.READ_FREE_PUT.require(abilities);
        }
        if (tags != null) {
            Ability.TAG_STAMPS.require(abilities);
        }
        if (keepExpiry != null) {
            Ability.CHANGE_EXPIRY.require(abilities);
        }
    }
}
