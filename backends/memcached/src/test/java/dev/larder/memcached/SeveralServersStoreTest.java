package dev.larder.memcached;

import dev.larder.contract.StoreContract;
import dev.larder.memcached.server.MemcachedServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class SeveralServersStoreTest extends StoreContract {
    private static List<MemcachedServer> servers;

    @BeforeAll
    static void start() {
        servers = Stream.generate(() -> MemcachedServer.start()).limit(3).toList();
    }

    @AfterAll
    static void stop() {
        servers.forEach(MemcachedServer::close);
    }

    @Override
    protected String address() {
        return servers.stream().map(MemcachedServer::host).collect(Collectors.joining(",", "memcached://", ""))
                + "?timeout=10s&weights=1,2,1";
    }
}
