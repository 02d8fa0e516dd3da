package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.LineReader;
import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.PercentDecoder;
import dev.larder.memcached.protocol.Requests;
import dev.larder.remote.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists all keys of a server. It uses its own connection and reads the list at once to its end, because a slow
 * reader keeps the server from serving other clients. The dump by hash chains includes every key that exists
 * throughout. The dump by size classes can miss some while others write.
 */
public final class KeyDump {
    private static final byte[] COMMAND = "lru_crawler metadump hash\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "key=";

    /** What a server says that has no such command, that is too old for it, or that was told not to list its keys. */
    private static final Set<String> FORBIDDEN = Set.of(
            "ERROR", "BADCLASS invalid class id", "ERROR metadump not allowed", "CLIENT_ERROR lru crawler disabled");

    private static final int MAX_SHOWN = 100;
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
     * Passes every key of the server, of any application, to the consumer. A key may occur twice.
     *
     * @throws UnsupportedOperationException if the server does not list its keys
     * @throws MemcachedFailure if the server does not list them in time, or answers anything else
     */
    public void forEachKey(Consumer<byte[]> each) {
        try (Socket socket = new Socket()) {
            FutureTask<Boolean> task = new FutureTask<>(() -> dump(socket, each), true);
            UninterruptibleWait.start(task, "larder-memcached-walk");
            UninterruptibleWait.forFuture(task, timeouts.connect().plus(timeouts.walk()));
        } catch (TimeoutException late) {
            throw timedOut();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new MemcachedFailure(
                            "memcached at " + serverAddress + " did not list its keys", failure.getCause());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // In its own thread. A name lookup has no deadline, nor has a server that sends one byte now and then; the
    // caller's wait for this thread has one.
    private void dump(Socket socket, Consumer<byte[]> each) {
        try {
            socket.connect(serverAddress.resolved(), UninterruptibleWait.millis(timeouts.connect()));
            socket.setSoTimeout(UninterruptibleWait.millis(timeouts.walk()));
            long deadline = System.nanoTime() + timeouts.walk().toNanos();
            LineReader in = new LineReader(socket.getInputStream());
            authenticate(socket, in);
            while (isBusy(socket, in, each, deadline)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException failure) {
            throw new MemcachedFailure("memcached at " + serverAddress + " did not list its keys", failure);
        }
    }

    private void authenticate(Socket socket, LineReader in) throws IOException {
        if (credentials != null) {
            for (byte[] piece : Requests.authentication(credentials).commands()) {
                socket.getOutputStream().write(piece);
            }
            if (!in.next().equals("STORED")) {
                throw new MemcachedFailure(serverAddress + " does not accept the user name and password", null);
            }
        }
    }

    /** Makes one attempt. Returns whether another dump is in progress. */
    private boolean isBusy(Socket socket, LineReader in, Consumer<byte[]> each, long deadline) throws IOException {
        socket.getOutputStream().write(COMMAND);
        String line = in.next();
        if (line.startsWith("BUSY")) {
            checkDeadline(deadline);
            return true;
        }
        while (line.startsWith(KEY)) {
            each.accept(key(line));
            line = in.next();
            checkDeadline(deadline);
        }
        if (!line.equals("END")) {
            throw FORBIDDEN.contains(line) ? refusal(line) : unexpected(line);
        }
        return false;
    }

    private byte[] key(String line) {
        int end = line.indexOf(' ');
        try {
            if (end > KEY.length()) {
                return PercentDecoder.decoded(line, KEY.length(), end);
            }
        } catch (NumberFormatException notEscaped) {
            throw unexpected(line);
        }
        throw unexpected(line);
    }

    private void checkDeadline(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw timedOut();
        }
    }

    private MemcachedFailure timedOut() {
        return new MemcachedFailure(
                "memcached at " + serverAddress + " did not list its keys in " + timeouts.walk()
                        + "; a larger setting walk-timeout gives it more time",
                null);
    }

    private MemcachedFailure unexpected(String line) {
        String start = line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "..." : line;
        return new MemcachedFailure(
                "memcached at " + serverAddress + " did not list its keys; it answered '" + start + "'", null);
    }

    private UnsupportedOperationException refusal(String line) {
        return new UnsupportedOperationException("memcached at " + serverAddress + " does not list its keys ('" + line
                + "'), but iterating, removeAll() and events of entries that expire unread need the list; it has to be"
                + " 1.6 or later, started without -X and without -o no_lru_crawler. clear() needs no list");
    }
}
