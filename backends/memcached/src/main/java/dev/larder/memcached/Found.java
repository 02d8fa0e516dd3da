package dev.larder.memcached;

/**
 * An item as a server gave it: what a {@link Seal} says comes first.
 *
 * @param seal its first 8 bytes as a number; 0 if it is shorter
 * @param rest what follows
 * @param version the server's number of this version, which {@code cas} takes
 */
record Found(long seal, byte[] rest, long version) {}
