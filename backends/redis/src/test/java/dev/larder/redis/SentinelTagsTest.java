package dev.larder.redis;

import dev.larder.contract.tag.TaggingContract;
import dev.larder.redis.server.RedisSentinels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class SentinelTagsTest extends TaggingContract {
    private static RedisSentinels servers;

    @BeforeAll
    static void start() {
        servers = RedisSentinels.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Override
    protected String address() {
        return servers.address() + "?timeout=10s";
    }
}
