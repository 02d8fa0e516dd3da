package dev.larder.redis.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy between client and server that can change one packet of the server's replies. */
public final class Relay implements AutoCloseable {
    /** What becomes of a packet. */
    public interface Fault {
        void pass(byte[] packet, int length, OutputStream client) throws IOException;
    }

    /** The packet arrives twice. */
    public static final Fault TWICE = (packet, length, client) -> {
        client.write(packet, 0, length);
        client.write(packet, 0, length);
    };

    /** The packet never arrives. */
    public static final Fault NEVER = (packet, length, client) -> {};

    private final int server;
    private final ServerSocket entrance;
    private final AtomicReference<Fault> next = new AtomicReference<>();

    public Relay(int server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        begin(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Does this to the next packet of answers, once. */
    public void spoilNext(Fault fault) {
        next.set(fault);
    }

    /** Whether that has happened. */
    public boolean hasSpoilt() {
        return next.get() == null;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                begin(() -> carry(client, behind, false));
                begin(() -> carry(behind, client, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] packet = new byte[1 << 16];
            for (int length = in.read(packet); length >= 0; length = in.read(packet)) {
                Fault fault = answers ? next.getAndSet(null) : null;
                if (fault == null) {
                    out.write(packet, 0, length);
                } else {
                    fault.pass(packet, length, out);
                }
            }
        } catch (IOException closed) {
            // Both ends are closed then.
        }
    }

    private static void begin(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
