package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.fault.IsolatedLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM exits when it should, and unused classes are unloaded. */
final class EndOfJvmTest {
    @TempDir
    Path folder;

    @Test
    void terminate_threadHoldsALockForEver_endsTheProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stuck.class.getName(),
                        "mapdb:" + folder.resolve("stuck.db"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('.');
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?durability=crash"})
    void close_fileStore_keepsNoClassLoader(String settings) throws Exception {
        IsolatedLoader.assertGone(
                IsolatedLoader.run(Visitor.class, "mapdb:" + folder.resolve("visited.db") + settings));
    }

    @Test
    void close_memoryStore_keepsNoClassLoader() throws Exception {
        IsolatedLoader.assertGone(IsolatedLoader.run(Visitor.class, "mapdb:memory"));
    }
}
