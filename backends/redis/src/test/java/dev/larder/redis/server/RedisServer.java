package dev.larder.redis.server;

import dev.larder.contract.Paused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A redis-server of the test's own, with nothing on disk but its directory. Ends with {@link #close}, and
 * at the latest with the JVM.
 */
public final class RedisServer implements AutoCloseable {
    static final String SENTINEL = "--sentinel";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final int port;
    private final Path directory;
    private final List<String> options;
    private Process process;

    private RedisServer(int port, Path directory, List<String> options) {
        this.port = port;
        this.directory = directory;
        this.options = options;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Starts one; options as in {@code --maxmemory 5mb}, a word each. */
    public static RedisServer start(String... options) {
        RedisServer server = at(freePort(), options);
        server.awaitAnswer();
        return server;
    }

    static RedisServer at(int port, String... options) {
        try {
            return new RedisServer(port, directory(), List.of(options));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path directory() throws IOException {
        return Files.createTempDirectory("larder-redis");
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                RedisBinary.path().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no"));
        // What Redis takes for the path of its file of settings stands first.
        command.addAll(options.contains(SENTINEL) ? 1 : command.size(), options);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    /** The port of a cluster's bus, which its options name. */
    String busPort() {
        return options.get(options.indexOf("--cluster-port") + 1);
    }

    /** Its address, as in {@code redis://127.0.0.1:40001}. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** A connection of the test's own, to be closed. */
    public Jedis connect() {
        return new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder().serverDefaultProtocol().build());
    }

    /** What {@code INFO} says in a section, line by line. */
    public List<String> info(String section) {
        try (Jedis own = connect()) {
            return own.info(section).lines().toList();
        }
    }

    /** Ends it as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again after its end, on the same port. */
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

    void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new IllegalStateException("redis-server on port " + port + " does not answer: " + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private boolean answers() {
        try (Jedis own = connect()) {
            own.sendCommand(Command.PING);
            return true;
        } catch (JedisException notYet) {
            return notYet.getMessage() != null && notYet.getMessage().contains("NOAUTH");
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException none) {
            return "no log";
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        resume();
        kill();
    }
}
