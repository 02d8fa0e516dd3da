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
 * A server of the test's own on a port of the loopback, that fails as real ones do: it dies, stops in its tracks, comes
 * back. Ends with {@link #close}, and at the latest with the JVM. Not for several threads.
 */
public abstract class ServerProcess implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final int port;
    private @Nullable Process process;

    /** Starts nothing yet. */
    public ServerProcess(int port) {
        this.port = port;
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its address, as a manager takes it. */
    public abstract String address();

    /** The words that start it on its port. */
    protected abstract List<String> command();

    /** Where what it says goes to. */
    protected abstract Redirect output();

    /** Whether it is up: asked until it is. */
    protected abstract boolean answers();

    /** What it has said, for people; empty if that is not kept. */
    protected abstract String log();

    public final int port() {
        return port;
    }

    /** Its host and port, as in {@code 127.0.0.1:40001}. */
    public final String host() {
        return HOST + ":" + port;
    }

    /** Starts it, and does not wait for an answer. */
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

    /** Waits until it is up. */
    public final void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (System.nanoTime() - end > 0 || !process().isAlive()) {
                throw new IllegalStateException(command() + " does not answer " + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Ends it as a power failure would. */
    public final void kill() {
        process().destroyForcibly();
        try {
            process().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again after its end, on the same port. */
    public final void restart() {
        launch();
        awaitAnswer();
    }

    /** Stops it in its tracks: connections stay, nothing is answered. */
    public final void pause() {
        signal("-STOP");
        Paused.await(process().pid());
    }

    /** Lets it go on with what it had. */
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
