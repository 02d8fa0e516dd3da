package dev.larder.spi;

/**
 * The parameters for opening the store of one cache.
 *
 * @param cache the name of the cache: any text, which the store encodes if it restricts names
 * @param byReference whether values are kept by reference; a byte store may ignore it
 * @param settings the settings of the address, overridden by those of this cache
 */
public record StoreSetup(String cache, boolean byReference, Settings settings) {}
