package dev.larder.redis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Connects to one server, and without TLS has what is written leave in one piece when it is flushed. The client hands a value of
 * more than 8 KB to its socket apart from what goes before and after it: three calls to the system, and three packets.
 */
final class GatheringSockets extends DefaultJedisSocketFactory {
    private static final Logger LOG = LoggerFactory.getLogger(GatheringSockets.class);

    /** In bytes; what is larger does without. */
    private static final int ROOM = 32 << 10;

    private final JedisClientConfig client;

    GatheringSockets(HostAndPort server, JedisClientConfig client) {
        super(server, client);
        this.client = client;
    }

    @Override
    public Socket createSocket() {
        return client.isSsl() ? super.createSocket() : gathering(getSocketHostAndPort());
    }

    private Socket gathering(HostAndPort server) {
        try {
            return connected(InetAddress.getAllByName(server.getHost()), server.getPort());
        } catch (IOException away) {
            throw new JedisConnectionException("no connection to " + server + ": " + away.getMessage(), away);
        }
    }

    // All the addresses of a host share the deadline.
    private Socket connected(InetAddress[] addresses, int port) throws IOException {
        int patience = Math.max(1, client.getConnectionTimeoutMillis() / addresses.length);
        int last = addresses.length - 1;
        for (int i = 0; i < last; i++) {
            try {
                return connected(new InetSocketAddress(addresses[i], port), patience);
            } catch (IOException away) {
                LOG.debug("{} does not let us connect; the host has another address", addresses[i], away);
            }
        }
        return connected(new InetSocketAddress(addresses[last], port), patience);
    }

    private Socket connected(InetSocketAddress address, int patience) throws IOException {
        Socket socket = new Gathering();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, patience);
            socket.setSoTimeout(client.getSocketTimeoutMillis());
            return socket;
        } catch (IOException away) {
            socket.close();
            throw away;
        }
    }

    private static final class Gathering extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new BufferedOutputStream(super.getOutputStream(), ROOM);
        }
    }
}
