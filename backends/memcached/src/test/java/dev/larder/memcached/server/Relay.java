package dev.larder.memcached.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and a server and counts the round trips of one thread: how often the client spoke
 * after the server had, or at first. Can cut the connections.
 */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] NOTHING = {};

    private final int target;
    private final ServerSocket door;
    private final AtomicLong trips = new AtomicLong();
    private final AtomicBoolean clientSpoke = new AtomicBoolean();
    private volatile Socket latest;
    private final AtomicReference<Fault> fault = new AtomicReference<>();
    private final AtomicReference<String> replacement = new AtomicReference<>();

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

    /** What can be done to a reply. */
    public enum Fault {
        /** It is kept back, and the connection cut instead. */
        CUT,
        /** It is kept back, and nothing else happens. */
        DROP,
        /** It arrives twice. */
        DUPLICATE,
        /** It arrives once more together with the next one. */
        REPEAT_LATER
    }

    /** Does it to the server's next reply, once. */
    public void harmNextReply(Fault next) {
        fault.set(next);
    }

    /** Says this instead of the server's next reply, once. */
    public void replaceNextReply(String words) {
        replacement.set(words);
    }

    /** Whether it has not been done yet. */
    public boolean isHarmAhead() {
        return fault.get() != null;
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
        byte[] again = NOTHING;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                if (clientSpoke.getAndSet(byClient) != byClient && byClient) {
                    trips.incrementAndGet();
                }
                Fault now = byClient ? null : fault.getAndSet(null);
                if (now == Fault.CUT) {
                    return;
                }
                String instead = byClient ? null : replacement.getAndSet(null);
                if (instead != null) {
                    out.write(instead.getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                out.write(again);
                again = now == Fault.REPEAT_LATER ? Arrays.copyOf(buffer, size) : NOTHING;
                for (int times = now == Fault.DROP ? 0 : now == Fault.DUPLICATE ? 2 : 1; times > 0; times--) {
                    out.write(buffer, 0, size);
                }
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
