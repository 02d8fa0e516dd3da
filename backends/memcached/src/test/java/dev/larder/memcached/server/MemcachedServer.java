package dev.larder.memcached.server;

import dev.larder.contract.fault.ServerProcess;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A memcached of the test's own; when it is started again it is empty. */
public final class MemcachedServer extends ServerProcess {
    private final List<String> options;

    private MemcachedServer(int port, List<String> options) {
        super(port);
        this.options = options;
        launch();
    }

    /** Starts one; options as in {@code -m 8}, a word each. */
    public static MemcachedServer start(String... options) {
        MemcachedServer server = new MemcachedServer(freePort(), List.of(options));
        server.awaitAnswer();
        return server;
    }

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>(
                List.of(MemcachedBinary.path().toString(), "-p", Integer.toString(port()), "-l", "127.0.0.1"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "root"));
        }
        command.addAll(options);
        return command;
    }

    @Override
    protected Redirect output() {
        return Redirect.DISCARD;
    }

    @Override
    protected String log() {
        return "";
    }

    @Override
    public String address() {
        return "memcached://" + host();
    }

    /** A connection of the test's own, to be closed. */
    public TextConnection connect() {
        return new TextConnection(port());
    }

    /** What {@code stats} says. */
    public Map<String, Long> statistics() {
        try (TextConnection own = connect()) {
            return own.statistics();
        }
    }

    @Override
    protected boolean answers() {
        try (TextConnection own = connect()) {
            own.say("version");
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
