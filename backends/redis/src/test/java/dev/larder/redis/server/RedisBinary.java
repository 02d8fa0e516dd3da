package dev.larder.redis.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Finds a redis-server: on the PATH, otherwise the static one that a library on the class path carries. */
final class RedisBinary {
    private static final String NAME = "redis-server";
    private static final String BUNDLED = NAME + "-7.0.15-";
    private static final Path FOUND = find();

    private RedisBinary() {}

    static Path path() {
        return FOUND;
    }

    private static Path find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(RedisBinary::unpacked);
    }

    private static Path unpacked() {
        String resource = BUNDLED + system() + "-" + architecture();
        try (InputStream bundled = RedisBinary.class.getClassLoader().getResourceAsStream(resource)) {
            if (bundled == null) {
                throw new IllegalStateException("no " + NAME + " on the PATH, and none carried for this machine: "
                        + resource + "; install one");
            }
            Path file = Files.createTempFile(NAME, "");
            file.toFile().deleteOnExit();
            Files.write(file, bundled.readAllBytes());
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException(
                        file + " cannot be made executable; is that file system mounted noexec?");
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
    }
}
