package dev.larder.memcached.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three servers that share the keys of a cache. */
public final class ThreeServers implements AutoCloseable {
    private final List<MemcachedServer> servers;

    private ThreeServers(List<MemcachedServer> servers) {
        this.servers = servers;
    }

    public static ThreeServers start() {
        return new ThreeServers(
                Stream.generate(() -> MemcachedServer.start()).limit(3).toList());
    }

    public MemcachedServer at(int place) {
        return servers.get(place);
    }

    public List<MemcachedServer> all() {
        return servers;
    }

    /** Their address, as in {@code memcached://127.0.0.1:40001,127.0.0.1:40002,127.0.0.1:40003}. */
    public String address() {
        return servers.stream().map(MemcachedServer::host).collect(Collectors.joining(",", "memcached://", ""));
    }

    @Override
    public void close() {
        servers.forEach(MemcachedServer::close);
    }
}
