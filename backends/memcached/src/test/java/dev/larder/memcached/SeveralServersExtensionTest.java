package dev.larder.memcached;

import dev.larder.contract.ExtensionContract;
import dev.larder.memcached.server.ThreeServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of {@link MemcachedExtensionTest} over three servers, only where {@code larder.cluster=true} asks for it. */
@EnabledIfSystemProperty(named = "larder.cluster", matches = "true")
final class SeveralServersExtensionTest extends ExtensionContract {
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
        return servers.address() + "?timeout=10s";
    }
}
