package dev.larder.memcached.connection;

import com.google.code.yanf4j.config.Configuration;
import com.google.code.yanf4j.core.SocketOption;
import com.google.code.yanf4j.core.impl.StandardSocketOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;

/** Creates a client without servers, so that an unreachable server does not stop the application from starting. */
public final class ClientFactory {
    /** In bytes. With the client's own 32 KB, each further 64 KB of a value took 44 ms. */
    static final int SOCKET_BUFFER = 256 << 10;

    private ClientFactory() {}

    public static LarderMemcachedClient make(int servers, Timeouts timeouts) {
        Map<SocketOption, Object> options = new HashMap<>(XMemcachedClientBuilder.getDefaultSocketOptions());
        options.put(StandardSocketOption.SO_SNDBUF, SOCKET_BUFFER);
        options.put(StandardSocketOption.SO_RCVBUF, SOCKET_BUFFER);
        Configuration configuration = XMemcachedClientBuilder.getDefaultConfiguration();
        configuration.setSelectorPoolSize(Math.min(servers, Runtime.getRuntime().availableProcessors()));
        try {
            return new LarderMemcachedClient(configuration, options, timeouts);
        } catch (IOException failure) {
            throw new UncheckedIOException("the memcached client could not be started", failure);
        }
    }
}
