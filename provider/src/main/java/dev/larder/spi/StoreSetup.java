package dev.larder.spi;

/**
 * What the store of one cache is opened with.
 *
 * @param cache the cache's name: any text, to be encoded where the medium has rules
 * @param byReference whether values are kept by reference; a byte store may ignore it
 * @param settings the address's settings, overlaid by those of this cache
 */
public record StoreSetup(String cache, boolean byReference, Settings settings) {}
