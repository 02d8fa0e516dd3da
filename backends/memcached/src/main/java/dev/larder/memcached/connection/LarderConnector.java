package dev.larder.memcached.connection;

import com.google.code.yanf4j.config.Configuration;
import com.google.code.yanf4j.core.Session;
import com.google.code.yanf4j.nio.NioSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedOptimizer;
import net.rubyeye.xmemcached.MemcachedSessionComparator;
import net.rubyeye.xmemcached.MemcachedSessionLocator;
import net.rubyeye.xmemcached.buffer.BufferAllocator;
import net.rubyeye.xmemcached.impl.MemcachedConnector;
import net.rubyeye.xmemcached.impl.MemcachedTCPSession;
import net.rubyeye.xmemcached.impl.Optimizer;
import net.rubyeye.xmemcached.utils.InetSocketAddressWrapper;

/**
 * Takes over connections that are already open. The client's own way to connect waits forever once the client is
 * closed, and leaks the socket of an abandoned attempt.
 */
final class LarderConnector extends MemcachedConnector {
    private final CommandFactory commands;
    private final BufferAllocator allocator;

    LarderConnector(
            Configuration configuration,
            MemcachedSessionLocator locator,
            MemcachedSessionComparator comparator,
            BufferAllocator allocator,
            CommandFactory commands,
            int poolSize,
            int maxQueued) {
        super(configuration, locator, comparator, allocator, commands, poolSize, maxQueued);
        this.commands = commands;
        this.allocator = allocator;
    }

    /** Creates a session for an open connection. Does not block. The client must not be closed. */
    Session adopt(SocketChannel channel, ServerAddress serverAddress) throws IOException {
        InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
        configureSocketChannel(channel);
        MemcachedTCPSession session =
                createSession(channel, new InetSocketAddressWrapper(address, 0, serverAddress.weight(), null, false));
        // The client's own reconnection waits longer after each attempt, without a limit.
        session.setAllowReconnect(false);
        session.setUseBlockingRead(false);
        addSession(session);
        return session;
    }

    @Override
    protected NioSession buildSession(SocketChannel channel) {
        MemcachedOptimizer optimizer = new Optimizer(protocol);
        optimizer.setBufferAllocator(allocator);
        LarderSession session = new LarderSession(
                buildSessionConfig(channel, buildQueue()),
                configuration.getSessionReadBufferSize(),
                optimizer,
                getReadThreadCount(),
                commands);
        session.setBufferAllocator(allocator);
        return session;
    }
}
