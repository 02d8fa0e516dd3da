package dev.larder.memcached.server;

/** One server for all tests that leave it as they found it. */
public final class SharedServer {
    private static final MemcachedServer SERVER = MemcachedServer.start("-m", "256");

    private SharedServer() {}

    public static MemcachedServer get() {
        return SERVER;
    }
}
