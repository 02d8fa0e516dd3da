package dev.larder.bookstore.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Branch} on the class path of this process, seen from here. */
final class BranchProcess implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 10;

    private final Process process;
    private @Nullable ObjectInputStream answers;

    private BranchProcess(Process process) {
        this.process = process;
    }

    static BranchProcess start(Orders orders) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Branch.class.getName()));
        command.addAll(orders.words());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not on the command line, where everybody on the machine could read a password in the address.
        Optional.ofNullable(System.getProperty("larder.uri"))
                .ifPresent(address -> builder.environment().put("LARDER_URI", address));
        return new BranchProcess(builder.start());
    }

    void awaitReady() throws IOException {
        try {
            answers = new ObjectInputStream(process.getInputStream());
        } catch (EOFException ended) {
            throw new IllegalStateException("process " + process.pid() + " ended before it was ready", ended);
        }
    }

    void begin() throws IOException {
        process.getOutputStream().write(1);
        process.getOutputStream().flush();
    }

    CheckResult result() throws IOException {
        if (answers == null) {
            throw new IllegalStateException("process " + process.pid() + " was never ready");
        }
        try {
            return (CheckResult) answers.readObject();
        } catch (EOFException | ClassNotFoundException failure) {
            throw new IllegalStateException("process " + process.pid() + " ended without a result", failure);
        }
    }

    /** Lets it end by itself, since it still has a shop to close, but not for ever. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException alreadyGone) {
            // It ended first.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
