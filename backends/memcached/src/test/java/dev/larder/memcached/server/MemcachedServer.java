package dev.larder.memcached.server;

import dev.larder.contract.Paused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A memcached of the test's own. Ends with {@link #close}, and at the latest with the JVM. */
public final class MemcachedServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final int port;
    private final List<String> options;
    private Process process;

    private MemcachedServer(int port, List<String> options) {
        this.port = port;
        this.options = options;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Starts one; options as in {@code -m 8}, a word each. */
    public static MemcachedServer start(String... options) {
        MemcachedServer server = new MemcachedServer(freePort(), List.of(options));
        server.awaitAnswer();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(
                List.of(MemcachedBinary.path().toString(), "-p", Integer.toString(port), "-l", "127.0.0.1"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "root"));
        }
        command.addAll(options);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its host and port, as in {@code 127.0.0.1:40001}. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Its address, as in {@code memcached://127.0.0.1:40001}. */
    public String address() {
        return "memcached://" + host();
    }

    /** A connection of the test's own, to be closed. */
    public Wire connect() {
        return new Wire(port);
    }

    /** What {@code stats} says. */
    public Map<String, Long> statistics() {
        try (Wire own = connect()) {
            return own.statistics();
        }
    }

    /** Ends it as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again after its end, on the same port and empty. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    /** Stops it in its tracks: connections stay, nothing is answered. */
    public void pause() {
        signal("-STOP");
        Paused.await(process.pid());
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new IllegalStateException("memcached " + options + " on port " + port + " does not answer");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private boolean answers() {
        try (Wire own = connect()) {
            own.say("version");
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        resume();
        kill();
    }
}
