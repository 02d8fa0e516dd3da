package dev.larder.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.Eventually;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a program with classes of its own, as a container runs an application, and sees whether they can go. */
public final class IsolatedLoader {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private IsolatedLoader() {}

    /**
     * Runs the {@code main} method of a class, whose classes and all that they use are loaded anew.
     *
     * @param program loaded by the class path
     * @return the loader, which nothing should keep any more
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

    /** Waits until the collector has taken a loader. */
    public static void assertGone(WeakReference<ClassLoader> loader) {
        boolean gone = Eventually.is(LONGEST, () -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(gone).as("class loader of a program that has ended is gone").isTrue();
    }
}
