package dev.larder.memcached.protocol;

/**
 * An item as a server returned it, split into the seal and the bytes after it. Immutable; callers must not change
 * its bytes.
 */
public final class Item {
    private final long stamp;
    private final byte[] rest;
    private final long version;

    /**
     * @param seal the first 8 bytes as a number; 0 if the item is shorter
     * @param rest the bytes after the seal
     * @param version the server's version number, for {@code cas}
     */
    Item(long seal, byte[] rest, long version) {
        this.stamp = seal;
        this.rest = rest;
        this.version = version;
    }

    public long stamp() {
        return stamp;
    }

    public byte[] rest() {
        return rest;
    }

    public long version() {
        return version;
    }
}
