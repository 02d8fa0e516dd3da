package dev.larder.memcached;

import dev.larder.contract.TaggingContract;
import dev.larder.memcached.server.ThreeServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class SeveralServersTagsTest extends TaggingContract {
    private static ThreeServers servers;

    @BeforeAll
    static void start() {
        servers = ThreeServers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Override
    protected String address() {
        return servers.address() + "?timeout=10s&weights=1,2,1";
    }
}
