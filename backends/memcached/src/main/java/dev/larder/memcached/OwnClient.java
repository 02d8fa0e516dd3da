package dev.larder.memcached;

import com.google.code.yanf4j.config.Configuration;
import com.google.code.yanf4j.core.Session;
import com.google.code.yanf4j.core.SocketOption;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedSessionComparator;
import net.rubyeye.xmemcached.MemcachedSessionLocator;
import net.rubyeye.xmemcached.XMemcachedClient;
import net.rubyeye.xmemcached.buffer.BufferAllocator;
import net.rubyeye.xmemcached.buffer.SimpleBufferAllocator;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.rubyeye.xmemcached.impl.ArrayMemcachedSessionLocator;
import net.rubyeye.xmemcached.impl.IndexMemcachedSessionComparator;
import net.rubyeye.xmemcached.impl.MemcachedConnector;
import net.rubyeye.xmemcached.transcoders.SerializingTranscoder;

/** The client with an {@link OwnConnector} in it. */
final class OwnClient extends XMemcachedClient {
    /** Connections to one address that the client keeps before it closes one by itself. */
    private static final int NO_LIMIT = 1_000;

    OwnClient(Configuration configuration, Map<SocketOption, Object> options, Limits limits) throws IOException {
        super(
                new ArrayMemcachedSessionLocator(),
                new IndexMemcachedSessionComparator(),
                new SimpleBufferAllocator(),
                configuration,
                options,
                new TextCommandFactory(),
                new SerializingTranscoder(),
                Map.of(),
                List.of(),
                Map.of(),
                NO_LIMIT,
                limits.connect().toMillis(),
                null,
                false,
                false);
        setOpTimeout(limits.answer().toMillis());
        getConnector().setEnableHealSession(false);
        setEnableHeartBeat(false);
    }

    /** Hands a connection that stands to the client. The client must not be closed. */
    Session adopt(SocketChannel channel, Host host) throws IOException {
        return ((OwnConnector) getConnector()).adopt(channel, host);
    }

    /** Called by the constructor of the client. */
    @Override
    protected MemcachedConnector newConnector(
            BufferAllocator allocator,
            Configuration configuration,
            MemcachedSessionLocator locator,
            MemcachedSessionComparator comparator,
            CommandFactory commands,
            int poolSize,
            int maxQueued) {
        return new OwnConnector(configuration, locator, comparator, allocator, commands, poolSize, maxQueued);
    }
}
