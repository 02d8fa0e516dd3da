package dev.larder.memcached.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds memcached on the PATH; says how to get it if it is not there. */
final class MemcachedBinary {
    private static final String NAME = "memcached";

    private MemcachedBinary() {}

    static Path path() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no memcached on the PATH; install it with"
                        + " 'apt-get install memcached', 'dnf install memcached' or 'brew install memcached'"));
    }
}
