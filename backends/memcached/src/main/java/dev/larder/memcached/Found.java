package dev.larder.memcached;

/** An item as a server gave it: what a {@link Seal} says comes first. Immutable; its bytes are not to be changed. */
final class Found {
    private final long seal;
    private final byte[] rest;
    private final long version;

    /**
     * @param seal its first 8 bytes as a number; 0 if it is shorter
     * @param rest what follows
     * @param version the server's number of this version, which {@code cas} takes
     */
    Found(long seal, byte[] rest, long version) {
        this.seal = seal;
        this.rest = rest;
        this.version = version;
    }

    long seal() {
        return seal;
    }

    byte[] rest() {
        return rest;
    }

    long version() {
        return version;
    }
}
