package dev.larder.mapdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A {@link Writer} in a process of its own, and what it has said before it was killed. */
final class Victim {
    private final Process process;
    private final List<String> said = new ArrayList<>();

    private Victim(Process process) {
        this.process = process;
    }

    static Victim start(String address, String cache, long seed, int ballast) throws IOException {
        return new Victim(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        address,
                        cache,
                        Long.toString(seed),
                        Integer.toString(ballast))
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has begun to write. */
    void awaitFirstWord() throws IOException {
        if (process.getInputStream().read() < 0) {
            throw new IllegalStateException("the writing process ended by itself");
        }
    }

    /** Waits until there is such a file. */
    void awaitFile(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the writing process made no " + file);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Kills it after so long, and gives the moment. */
    long killAfter(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        boolean ended = !process.isAlive();
        long moment = System.currentTimeMillis();
        process.toHandle().destroyForcibly(); // Process.destroy would close the stream with what it said.
        try (BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII)) {
            reader.lines().forEach(said::add);
        }
        process.waitFor();
        if (ended) {
            throw new IllegalStateException("the writing process ended by itself with " + process.exitValue());
        }
        return moment;
    }

    /** How far a thread had come at a moment, as far as it has said. */
    int stepAt(long moment, int thread) {
        int step = 0;
        for (String line : said) {
            String[] words = line.trim().split(" ", -1);
            if (words.length == Writer.THREADS + 1 && Long.parseLong(words[Writer.THREADS]) <= moment) {
                step = Integer.parseInt(words[thread]);
            }
        }
        return step;
    }
}
