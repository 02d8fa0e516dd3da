package dev.larder.memcached.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server and counts the round trips of one thread: how often the client spoke
 * after the server had, or at first. Can cut the connections.
 */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final int target;
    private final ServerSocket door;
    private final AtomicLong trips = new AtomicLong();
    private final AtomicBoolean clientSpoke = new AtomicBoolean();
    private volatile Socket latest;
    private volatile boolean cutsReply;

    public Relay(MemcachedServer server) {
        target = server.port();
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    public String address() {
        return "memcached://127.0.0.1:" + door.getLocalPort();
    }

    /** The round trips of some work. */
    public long of(Runnable work) {
        long before = trips.get();
        work.run();
        return trips.get() - before;
    }

    /** The server's next reply is kept back and the connection cut instead. */
    public void cutNextReply() {
        cutsReply = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                latest = client;
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            }
        } catch (IOException closed) {
            // So this ends.
        }
    }

    private void pump(Socket from, Socket to, boolean byClient) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                if (clientSpoke.getAndSet(byClient) != byClient && byClient) {
                    trips.incrementAndGet();
                }
                if (cutsReply && !byClient) {
                    cutsReply = false;
                    return;
                }
                out.write(buffer, 0, size);
            }
        } catch (IOException over) {
            // As connections are, sooner or later.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            if (latest != null) {
                latest.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
