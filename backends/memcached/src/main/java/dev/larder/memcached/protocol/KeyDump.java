package dev.larder.memcached.protocol;

import dev.larder.memcached.Credentials;
import dev.larder.memcached.MemcachedFailure;
import dev.larder.memcached.ServerAddress;
import dev.larder.memcached.Timeouts;
import dev.larder.memcached.connection.UninterruptibleWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a server list all its keys. On a connection of its own, and at once down to the end: a reader that
 * dawdles keeps the server from serving others. The walk by hash chains misses none that are there
 * throughout, which the walk by size classes does while others write.
 */
public final class KeyDump {
    private static final byte[] COMMAND = "lru_crawler metadump hash\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "key=";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ServerAddress serverAddress;
    private final Timeouts timeouts;
    private final @Nullable Credentials credentials;

    public KeyDump(ServerAddress serverAddress, Timeouts timeouts, @Nullable Credentials credentials) {
        this.serverAddress = serverAddress;
        this.timeouts = timeouts;
        this.credentials = credentials;
    }

    /**
     * Gives every key of the server, of whatever application, some perhaps twice.
     *
     * @throws UnsupportedOperationException if the server does not list its keys
     * @throws MemcachedFailure if it does not do so in time
     */
    public void keys(Consumer<byte[]> each) {
        try (Socket socket = new Socket()) {
            FutureTask<Boolean> task = new FutureTask<>(() -> walk(socket, each), true);
            UninterruptibleWait.start(task, "larder-memcached-walk");
            UninterruptibleWait.forFuture(task, timeouts.connect().plus(timeouts.walk()));
        } catch (TimeoutException late) {
            throw late();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new MemcachedFailure(
                            "memcached at " + serverAddress + " did not list its keys", failure.getCause());
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    // By a thread of its own: a name that cannot be looked up, and a server that says one byte now and then, have no
    // deadline, and whoever waits for this thread has one.
    private void walk(Socket socket, Consumer<byte[]> each) {
        try {
            socket.connect(serverAddress.resolved(), UninterruptibleWait.millis(timeouts.connect()));
            socket.setSoTimeout(UninterruptibleWait.millis(timeouts.walk()));
            long deadline = System.nanoTime() + timeouts.walk().toNanos();
            LineReader in = new LineReader(socket.getInputStream());
            greet(socket, in);
            while (isBusy(socket, in, each, deadline)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException failure) {
            throw new MemcachedFailure("memcached at " + serverAddress + " did not list its keys", failure);
        }
    }

    private void greet(Socket socket, LineReader in) throws IOException {
        if (credentials != null) {
            for (byte[] piece : Requests.greeting(credentials).commands()) {
                socket.getOutputStream().write(piece);
            }
            if (!in.next().equals("STORED")) {
                throw new MemcachedFailure(serverAddress + " does not accept the user name and password", null);
            }
        }
    }

    /** One attempt; whether another crawl is in the way. */
    private boolean isBusy(Socket socket, LineReader in, Consumer<byte[]> each, long deadline) throws IOException {
        socket.getOutputStream().write(COMMAND);
        String line = in.next();
        if (line.startsWith("BUSY")) {
            inTime(deadline);
            return true;
        }
        while (line.startsWith(KEY)) {
            each.accept(PercentDecoder.decoded(line, KEY.length(), line.indexOf(' ')));
            line = in.next();
            inTime(deadline);
        }
        if (!line.equals("END")) {
            throw refusal(line);
        }
        return false;
    }

    private void inTime(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw late();
        }
    }

    private MemcachedFailure late() {
        return new MemcachedFailure(
                "memcached at " + serverAddress + " did not list its keys in " + timeouts.walk()
                        + "; the setting walk-timeout allows it more",
                null);
    }

    private UnsupportedOperationException refusal(String line) {
        return new UnsupportedOperationException("memcached at " + serverAddress + " does not list its keys ('" + line
                + "'), without which nobody can iterate, removeAll() or hear of entries that expire unread; it has to be"
                + " 1.6 or later, started without -X and without -o no_lru_crawler. clear() needs no list");
    }
}
