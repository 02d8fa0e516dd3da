package dev.larder.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jsr107.tck.CachingTest;
import org.junit.Test;

/** Finds the test classes of the TCK: all classes of its jar that JUnit can run. No list could miss one. */
final class TestClasses {
    private TestClasses() {}

    /** Returns the classes ordered by name. That keeps the annotation tests together, which share their caches. */
    static List<Class<?>> find() {
        return find(jarOf(CachingTest.class));
    }

    private static List<Class<?>> find(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(TestClasses::load)
                    .filter(TestClasses::isRunnable)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the TCK's jar " + jar + " cannot be read", unreadable);
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String entry) {
        String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, TestClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new IllegalStateException("class " + name + " of the TCK does not load", broken);
        }
    }

    private static boolean isRunnable(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(Test.class));
    }
}
