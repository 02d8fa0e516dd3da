package dev.larder.memcached;

import com.google.code.yanf4j.core.impl.StandardSocketOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;

/** Makes a client that has no servers yet, so that one that is down keeps nobody from starting. */
final class Clients {
    /** With the client's own 32 KB each further 64 KB of a value took 44 ms. */
    private static final int SOCKET_BUFFER = 256 << 10;

    /** Connections to one address that the client keeps before it closes one by itself. */
    private static final int NO_LIMIT = 1_000;

    private Clients() {}

    static MemcachedClient make(int servers, Limits limits) {
        XMemcachedClientBuilder builder = new XMemcachedClientBuilder(List.of());
        builder.setSocketOption(StandardSocketOption.SO_SNDBUF, SOCKET_BUFFER);
        builder.setSocketOption(StandardSocketOption.SO_RCVBUF, SOCKET_BUFFER);
        builder.setSelectorPoolSize(Math.min(servers, Runtime.getRuntime().availableProcessors()));
        builder.setConnectionPoolSize(NO_LIMIT);
        builder.setConnectTimeout(limits.connect().toMillis());
        builder.setOpTimeout(limits.answer().toMillis());
        builder.setEnableHealSession(false);
        try {
            MemcachedClient client = builder.build();
            ((XMemcachedClient) client).setEnableHeartBeat(false);
            return client;
        } catch (IOException failure) {
            throw new UncheckedIOException("this machine lets no memcached client start", failure);
        }
    }
}
