package dev.larder.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.Eventually;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a program with its own classes, as a container runs an application, and checks that they can be unloaded. */
public final class IsolatedLoader {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private IsolatedLoader() {}

    /**
     * Runs the {@code main} method of a class in a new class loader, which loads all classes of the class path again.
     *
     * @param program a class on the class path
     * @return the class loader, which should no longer be reachable
     */
    public static WeakReference<ClassLoader> run(Class<?> program, String... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            loader.loadClass(program.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
            return new WeakReference<>(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws Exception {
        String[] parts = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[parts.length];
        for (int i = 0; i < parts.length; i++) {
            urls[i] = Path.of(parts[i]).toUri().toURL();
        }
        return urls;
    }

    /** Waits until the garbage collector has removed a class loader. Fails after 60 seconds. */
    public static void assertGone(WeakReference<ClassLoader> loader) {
        boolean gone = Eventually.is(LONGEST, () -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(gone).as("class loader of a program that has ended is gone").isTrue();
    }
}
