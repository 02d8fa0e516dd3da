package dev.larder.redis.connection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Connects to one server. Without TLS, everything written before a flush leaves in one piece. The client writes a
 * value of more than 8 KB separately from what surrounds it, which would cost three system calls and three
 * packets.
 */
final class GatheringSocketFactory extends DefaultJedisSocketFactory {
    private static final Logger LOG = LoggerFactory.getLogger(GatheringSocketFactory.class);

    /** In bytes. A larger value is written without the buffer. */
    private static final int BUFFER_BYTES = 32 << 10;

    /** Matches a literal IP address, which needs no lookup. */
    private static final Pattern IP_LITERAL = Pattern.compile("^[0-9.]+$|:");

    private final JedisClientConfig client;

    GatheringSocketFactory(HostAndPort server, JedisClientConfig client) {
        super(server, client);
        this.client = client;
    }

    @Override
    public Socket createSocket() {
        return client.isSsl() ? super.createSocket() : createGatheringSocket(getSocketHostAndPort());
    }

    private Socket createGatheringSocket(HostAndPort server) {
        try {
            return connected(addresses(server.getHost()), server.getPort());
        } catch (IOException failure) {
            throw new JedisConnectionException("no connection to " + server + ": " + failure.getMessage(), failure);
        }
    }

    // A name lookup has no deadline and cannot be interrupted, so it runs in its own thread.
    private InetAddress[] addresses(String host) throws IOException {
        if (IP_LITERAL.matcher(host).find()) {
            return InetAddress.getAllByName(host);
        }
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(lookup, "larder-redis-lookup");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        // A thread that was interrupted before this call may still read.
        boolean interrupted = Thread.interrupted();
        try {
            return lookup.get(client.getConnectionTimeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeout) {
            throw new SocketTimeoutException("its name was not resolved in time");
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException now) {
            interrupted = true;
            throw new InterruptedIOException("interrupted while its name was resolved");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // All addresses of a host share the deadline.
    private Socket connected(InetAddress[] addresses, int port) throws IOException {
        int timeoutMillis = Math.max(1, client.getConnectionTimeoutMillis() / addresses.length);
        int last = addresses.length - 1;
        for (int i = 0; i < last; i++) {
            try {
                return connected(new InetSocketAddress(addresses[i], port), timeoutMillis);
            } catch (IOException failure) {
                LOG.debug("cannot connect to {}; trying the host's next address", addresses[i], failure);
            }
        }
        return connected(new InetSocketAddress(addresses[last], port), timeoutMillis);
    }

    private Socket connected(InetSocketAddress address, int timeoutMillis) throws IOException {
        Socket socket = new GatheringSocket();
        boolean isConnected = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, timeoutMillis);
            socket.setSoTimeout(client.getSocketTimeoutMillis());
            isConnected = true;
            return socket;
        } finally {
            if (!isConnected) {
                socket.close();
            }
        }
    }

    private static final class GatheringSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new BufferedOutputStream(super.getOutputStream(), BUFFER_BYTES);
        }
    }
}
