package dev.larder.internal.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles sources into class loaders of their own: another version of the same class each. */
final class Compiled {
    private Compiled() {}

    /** A loader with the class {@code app.Order} and whatever else {@code source} has. */
    static ClassLoader order(Path directory, String source) {
        try {
            Path version = Files.createTempDirectory(directory, "version");
            Path file = Files.createDirectories(version.resolve("app")).resolve("Order.java");
            Files.writeString(file, "package app; " + source);
            compile(version, file);
            return new URLClassLoader(new URL[] {version.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Object newOrder(ClassLoader loader) throws ReflectiveOperationException {
        var constructor = loader.loadClass("app.Order").getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static void compile(Path version, Path file) {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        List.of("-proc:none", "-d", version.toString(), file.toString())
                                .toArray(String[]::new));
        if (status != 0) {
            throw new IllegalArgumentException("does not compile: " + file);
        }
    }
}
