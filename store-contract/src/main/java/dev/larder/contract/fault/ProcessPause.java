package dev.larder.contract.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Waits for a process that was sent a stop signal. The signal takes effect later, and its threads stop one by one. */
public final class ProcessPause {
    private ProcessPause() {}

    /** Waits until all threads have stopped. Returns at once on systems without {@code /proc}. */
    public static void awaitStopped(long pid) {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        Workload.await(() -> haveStopped(threads));
    }

    private static boolean haveStopped(Path threads) {
        try (Stream<Path> all = Files.exists(threads) ? Files.list(threads) : Stream.empty()) {
            return all.allMatch(ProcessPause::hasStopped);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean hasStopped(Path thread) {
        try {
            String state = Files.readString(thread.resolve("stat"));
            return state.startsWith(" T", state.lastIndexOf(')') + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
