package dev.larder.redis.server;

import dev.larder.contract.fault.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/** A redis-server of the test's own, with nothing on disk but its directory. */
public final class RedisServer extends ServerProcess {
    static final String SENTINEL = "--sentinel";

    private final Path directory;
    private final List<String> options;

    private RedisServer(int port, Path directory, List<String> options) {
        super(port);
        this.directory = directory;
        this.options = options;
        launch();
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

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                RedisBinary.path().toString(),
                "--port",
                Integer.toString(port()),
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
        return command;
    }

    @Override
    protected Redirect output() {
        return Redirect.to(directory.resolve("log").toFile());
    }

    /** The port of a cluster's bus, which its options name. */
    String busPort() {
        return options.get(options.indexOf("--cluster-port") + 1);
    }

    @Override
    public String address() {
        return "redis://" + host();
    }

    /** A connection of the test's own, to be closed. */
    public Jedis connect() {
        return new Jedis(
                new HostAndPort("127.0.0.1", port()),
                DefaultJedisClientConfig.builder().serverDefaultProtocol().build());
    }

    /** What {@code INFO} says in a section, line by line. */
    public List<String> info(String section) {
        try (Jedis own = connect()) {
            return own.info(section).lines().toList();
        }
    }

    @Override
    protected boolean answers() {
        try (Jedis own = connect()) {
            own.sendCommand(Command.PING);
            return true;
        } catch (JedisException notYet) {
            return notYet.getMessage() != null && notYet.getMessage().contains("NOAUTH");
        }
    }

    @Override
    protected String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException none) {
            return "no log";
        }
    }
}
