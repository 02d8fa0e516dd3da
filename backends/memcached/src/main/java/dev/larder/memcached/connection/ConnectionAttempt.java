package dev.larder.memcached.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect, in its own thread. A name lookup without an answer cannot be ended, and an interrupt of
 * the caller would close the socket. An attempt that is given up leaves no open socket behind.
 */
final class ConnectionAttempt implements Callable<SocketChannel> {
    private final ServerAddress serverAddress;
    private final Duration timeout;
    private volatile @Nullable SocketChannel channel;
    private volatile boolean abandoned;

    private ConnectionAttempt(ServerAddress serverAddress, Duration timeout) {
        this.serverAddress = serverAddress;
        this.timeout = timeout;
    }

    /**
     * A connection to a server. The caller closes it.
     *
     * @throws TimeoutException if the connection was not opened in time
     */
    static SocketChannel to(ServerAddress serverAddress, Duration timeout) throws IOException, TimeoutException {
        ConnectionAttempt connectionAttempt = new ConnectionAttempt(serverAddress, timeout);
        FutureTask<SocketChannel> task = new FutureTask<>(connectionAttempt);
        boolean connected = false;
        try {
            UninterruptibleWait.start(task, "larder-memcached-connect");
            SocketChannel channel = UninterruptibleWait.forFuture(task, timeout);
            connected = true;
            return channel;
        } catch (ExecutionException failure) {
            throw new IOException(String.valueOf(failure.getCause()), failure.getCause());
        } finally {
            if (!connected) {
                connectionAttempt.abandon();
            }
        }
    }

    @Override
    public SocketChannel call() throws IOException {
        var address = serverAddress.resolved();
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        boolean connected = false;
        try {
            if (abandoned) {
                throw new AsynchronousCloseException();
            }
            opened.setOption(StandardSocketOptions.SO_RCVBUF, ClientFactory.SOCKET_BUFFER);
            opened.setOption(StandardSocketOptions.SO_SNDBUF, ClientFactory.SOCKET_BUFFER);
            opened.socket().connect(address, UninterruptibleWait.millis(timeout));
            connected = true;
            return opened;
        } finally {
            if (!connected) {
                opened.close();
            }
        }
    }

    private void abandon() throws IOException {
        abandoned = true;
        SocketChannel opened = channel;
        if (opened != null) {
            opened.close();
        }
    }
}
