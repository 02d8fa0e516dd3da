package dev.larder.internal.codec;

import dev.larder.spi.ByteStore;

/**
 * The limits of a byte store.
 *
 * @param maxKeyBytes the longest key; longer ones are hashed
 * @param maxEntryBytes the largest record; larger ones are rejected
 * @param room whether the store needs bytes of its own in each record
 */
public record StoreLimits(int maxKeyBytes, int maxEntryBytes, boolean room) {

    /** The limits that a store declares. */
    public static StoreLimits of(ByteStore store) {
        return new StoreLimits(store.maxKeyBytes(), store.maxEntryBytes(), store.wantsRoom());
    }
}
