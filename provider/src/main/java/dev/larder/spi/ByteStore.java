package dev.larder.spi;

/** A store that holds bytes, in a file or on a server. The core encodes, decodes and checks. */
public non-sealed interface ByteStore extends Store<ByteKey, ByteEntry> {

    /** The longest key in bytes that {@link #read} and the others take; longer ones arrive hashed. */
    int maxKeyBytes();

    /** The largest record in bytes that fits; a larger one is refused before anything is written. */
    int maxEntryBytes();
}
