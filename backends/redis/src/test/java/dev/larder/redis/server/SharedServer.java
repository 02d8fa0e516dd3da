package dev.larder.redis.server;

/** One server for all tests that leave it as they found it. */
public final class SharedServer {
    private static final RedisServer SERVER = RedisServer.start();

    private SharedServer() {}

    public static RedisServer get() {
        return SERVER;
    }
}
