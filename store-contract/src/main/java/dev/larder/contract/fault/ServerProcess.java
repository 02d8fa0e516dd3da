package dev.larder.contract.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server process for one test, on a port of the loopback interface. It can be killed, paused and restarted. It ends
 * with {@link #close}, or with the JVM at the latest. Not thread-safe.
 */
public abstract class ServerProcess implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final int port;
    private @Nullable Process process;

    /** Creates the object. The process is not started yet. */
    public ServerProcess(int port) {
        this.port = port;
    }

    /** Returns a port that is not in use. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server's address for a manager. */
    public abstract String address();

    /** The command line that starts the server on its port. */
    protected abstract List<String> command();

    /** Where the server's output goes. */
    protected abstract Redirect output();

    /** Whether the server is up. It is called repeatedly until it returns true. */
    protected abstract boolean answers();

    /** The server's output for an error message; empty if it is not kept. */
    protected abstract String log();

    public final int port() {
        return port;
    }

    /** The server's host and port, such as {@code 127.0.0.1:40001}. */
    public final String host() {
        return HOST + ":" + port;
    }

    /** Starts the server without waiting until it is up. */
    protected final void launch() {
        boolean isFirst = process == null;
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(output())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (isFirst) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> process().destroyForcibly()));
        }
    }

    /**
     * Waits until the server is up.
     *
     * @throws IllegalStateException if it isn't within 15 seconds, or ends
     */
    public final void awaitAnswer() {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!answers()) {
            if (System.nanoTime() - end > 0 || !process().isAlive()) {
                throw new IllegalStateException(command() + " does not answer " + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Kills the server without a shutdown, as a power failure would. */
    public final void kill() {
        process().destroyForcibly();
        try {
            process().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server again on the same port, and waits until it is up. */
    public final void restart() {
        launch();
        awaitAnswer();
    }

    /** Stops the server's execution: connections stay open, and nothing is answered. */
    public final void pause() {
        signal("-STOP");
        ProcessPause.awaitStopped(process().pid());
    }

    /** Continues the execution after {@link #pause}. */
    public final void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process().pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process process() {
        return Objects.requireNonNull(process, "nothing has been started");
    }

    @Override
    public final void close() {
        resume();
        kill();
    }
}
