package dev.larder.memcached.connection;

import com.google.code.yanf4j.nio.NioSessionConfig;
import java.io.IOException;
import net.rubyeye.xmemcached.CommandFactory;
import net.rubyeye.xmemcached.MemcachedOptimizer;
import net.rubyeye.xmemcached.impl.MemcachedTCPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that closes at once, and that closes when the server sends an answer without a request. The
 * client's own close waits up to three seconds for a server that accepts no data, and leaks forty file
 * descriptors.
 */
final class LarderSession extends MemcachedTCPSession {
    private static final Logger LOG = LoggerFactory.getLogger(LarderSession.class);

    LarderSession(
            NioSessionConfig config,
            int bufferSize,
            MemcachedOptimizer optimizer,
            int readThreads,
            CommandFactory commands) {
        super(config, bufferSize, optimizer, readThreads, commands);
    }

    /** The client calls this when there are bytes to read, in the thread that also sends. */
    @Override
    public void takeCurrentCommand() {
        if (commandAlreadySent.isEmpty()) {
            LOG.warn("memcached at {} sent a reply without a request; its connection is closed", this);
            close();
        } else {
            super.takeCurrentCommand();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (isClosed()) {
                return;
            }
            setClosed(true);
        }
        try {
            selectableChannel.close();
            unregisterSession();
            unregisterChannel();
            clearAttributes();
        } catch (IOException failure) {
            LOG.debug("a connection to memcached did not close cleanly", failure);
        } finally {
            onClosed();
        }
    }
}
