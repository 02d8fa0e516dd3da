package dev.larder.memcached.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds memcached on the PATH. Nothing carries one for all machines, so where there is none it is installed. */
final class MemcachedBinary {
    private static final String NAME = "memcached";
    private static final String[] INSTALLERS = {
        "apt-get install -y memcached || { apt-get update && apt-get install -y memcached; }",
        "dnf install -y memcached",
        "brew install memcached"
    };
    private static final Optional<Path> FOUND = onPath(NAME).or(MemcachedBinary::installed);

    private MemcachedBinary() {}

    static Path path() {
        return FOUND.orElseThrow(() -> new IllegalStateException(
                "no memcached on the PATH, and none could be installed: say 'apt-get install memcached',"
                        + " 'dnf install memcached' or 'brew install memcached' with the rights it takes"));
    }

    private static Optional<Path> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        for (String installer : INSTALLERS) {
            if (onPath(installer.substring(0, installer.indexOf(' '))).isPresent()) {
                run(installer);
                return onPath(NAME);
            }
        }
        return Optional.empty();
    }

    private static void run(String command) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "{ " + command + "; } > /dev/null 2>&1").start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            // Then it is not found either, and that is said.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
