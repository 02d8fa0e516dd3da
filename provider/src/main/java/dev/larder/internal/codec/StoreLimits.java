package dev.larder.internal.codec;

import dev.larder.spi.ByteStore;

/**
 * What a byte store takes.
 *
 * @param maxKeyBytes the longest key; longer ones are hashed
 * @param maxEntryBytes the largest record; larger ones are refused
 * @param room whether it wants bytes to itself in each record
 */
public record StoreLimits(int maxKeyBytes, int maxEntryBytes, boolean room) {

    /** What a store says of itself. */
    public static StoreLimits of(ByteStore store) {
        return new StoreLimits(store.maxKeyBytes(), store.maxEntryBytes(), store.wantsRoom());
    }
}
