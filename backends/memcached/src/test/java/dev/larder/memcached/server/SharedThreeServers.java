package dev.larder.memcached.server;

/** Three servers for all tests that leave them as they found them. */
public final class SharedThreeServers {
    private static final ThreeServers SERVERS = ThreeServers.start();

    private SharedThreeServers() {}

    public static ThreeServers get() {
        return SERVERS;
    }
}
