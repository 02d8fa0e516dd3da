package dev.larder.memcached.protocol;

import dev.larder.memcached.entry.ClearStampField;

/** An item as a server gave it: what a {@link ClearStampField} says comes first. Immutable; its bytes are not to be changed. */
public final class Item {
    private final long seal;
    private final byte[] rest;
    private final long version;

    /**
     * @param seal its first 8 bytes as a number; 0 if it is shorter
     * @param rest what follows
     * @param version the server's number of this version, which {@code cas} takes
     */
    Item(long seal, byte[] rest, long version) {
        this.seal = seal;
        this.rest = rest;
        this.version = version;
    }

    public long seal() {
        return seal;
    }

    public byte[] rest() {
        return rest;
    }

    public long version() {
        return version;
    }
}
