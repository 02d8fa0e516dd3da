package dev.larder.memcached.connection;

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

/** The client, with a {@link LarderConnector}. */
public final class LarderMemcachedClient extends XMemcachedClient {
    /** More connections to one address than Larder opens; beyond this number the client closes one itself. */
    private static final int NO_LIMIT = 1_000;

    LarderMemcachedClient(Configuration configuration, Map<SocketOption, Object> options, Timeouts timeouts)
            throws IOException {
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
                timeouts.connect().toMillis(),
                null,
                false,
                false);
        setOpTimeout(timeouts.answer().toMillis());
        getConnector().setEnableHealSession(false);
        setEnableHeartBeat(false);
    }

    /** Passes an open connection to the client. The client must not be closed. */
    Session adopt(SocketChannel channel, ServerAddress serverAddress) throws IOException {
        return ((LarderConnector) getConnector()).adopt(channel, serverAddress);
    }

    /** The constructor of the client calls this. */
    @Override
    protected MemcachedConnector newConnector(
            BufferAllocator allocator,
            Configuration configuration,
            MemcachedSessionLocator locator,
            MemcachedSessionComparator comparator,
            CommandFactory commands,
            int poolSize,
            int maxQueued) {
        return new LarderConnector(configuration, locator, comparator, allocator, commands, poolSize, maxQueued);
    }
}
