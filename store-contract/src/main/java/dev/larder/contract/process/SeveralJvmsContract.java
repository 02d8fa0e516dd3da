package dev.larder.contract.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.contract.process.SharedLedger.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that nothing is lost, loaded twice, or older than an invalidation, between JVMs that share a store. System
 * properties: {@code larder.jvms} (2), {@code larder.increments} (of each thread, 300) and {@code larder.races} (reads
 * raced against invalidations, 20,000).
 */
public abstract class SeveralJvmsContract {
    private static final int JVMS = Integer.getInteger("larder.jvms", 2);
    private static final int INCREMENTS = Integer.getInteger("larder.increments", 300);
    private static final int THREADS = 8;
    private static final int KEYS = 10;
    private static final int LOADS = 50;
    private static final int RACES = Integer.getInteger("larder.races", 20_000);

    /** For each racing JVM: the interval of its changes, in steps. */
    private static final List<Integer> CHANGES = List.of(5, 10, 0);

    /** The address of a store that holds no such counters yet. */
    protected abstract String address();

    @Test
    void increments_ofSeveralJvms_addUp() throws IOException, InterruptedException {
        try (CacheManager manager = IncrementingJvm.manager(address())) {
            Cache<String, Integer> cache = IncrementingJvm.counters(manager);
            List<Process> jvms = new ArrayList<>();
            for (int i = 0; i < JVMS; i++) {
                jvms.add(start(address()));
            }
            for (Process jvm : jvms) {
                assertThat(jvm.waitFor()).isZero();
            }
            Set<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "k" + i).collect(Collectors.toSet());
            assertThat(cache.getAll(keys).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(JVMS * THREADS * INCREMENTS);
        }
    }

    @Test
    void misses_ofSeveralJvms_loadOnce() throws IOException, InterruptedException {
        try (CacheManager manager = IncrementingJvm.manager(address())) {
            LarderCache<String, Integer> cache = LoadingJvm.cache(manager, "misses", Duration.ofSeconds(30));
            cache.clear();
            List<Process> jvms = new ArrayList<>();
            for (int i = 0; i < JVMS; i++) {
                jvms.add(start(LoadingJvm.class, address(), "misses", Integer.toString(JVMS), Integer.toString(LOADS)));
            }
            for (Process jvm : jvms) {
                assertThat(jvm.waitFor()).isZero();
            }
            assertThat(cache.get(LoadingJvm.COUNTER)).isEqualTo(LOADS);
        }
    }

    @Test
    void miss_whileTheLoadingJvmDies_endsAfterTheDeadline() throws IOException, InterruptedException {
        try (CacheManager manager = IncrementingJvm.manager(address())) {
            LarderCache<String, Integer> cache = LoadingJvm.cache(manager, "orphans", LoadingJvm.DEADLINE);
            cache.clear();
            Process jvm = start(LoadingJvm.class, address(), "orphans");
            assertThat(jvm.waitFor()).isEqualTo(LoadingJvm.DIED);
            assertThat(cache.getOrLoad("k", key -> 7)).isEqualTo(7);
        }
    }

    /** One JVM makes many changes, one fewer, one none. All of them read. */
    @Test
    @Timeout(300)
    void reads_whileOtherJvmsInvalidate_giveNothingOlder(@TempDir Path directory, TestReporter reporter)
            throws IOException, InterruptedException {
        Path file = directory.resolve("ledger");
        SharedLedger sharedLedger = new SharedLedger(file);
        List<Process> jvms = new ArrayList<>();
        for (int changes : CHANGES) {
            jvms.add(start(
                    ReadingJvm.class,
                    address(),
                    file.toString(),
                    Integer.toString(CHANGES.size()),
                    Integer.toString(RACES),
                    Integer.toString(changes)));
        }
        try {
            for (Process jvm : jvms) {
                assertThat(jvm.waitFor()).isZero();
            }
        } finally {
            jvms.forEach(Process::destroyForcibly);
        }
        long reads = sharedLedger.count(Counter.READS);
        long computations = sharedLedger.count(Counter.COMPUTATIONS);
        reporter.publishEntry(
                address(),
                reads + " reads, " + computations + " pages computed, " + sharedLedger.count(Counter.INVALIDATIONS)
                        + " invalidations, " + jvms.size() + " JVMs");
        assertThat(computations).as("reads that were served from the store").isLessThan(reads);
    }

    private static Process start(String address) throws IOException {
        return start(
                IncrementingJvm.class,
                address,
                Integer.toString(THREADS),
                Integer.toString(INCREMENTS),
                Integer.toString(KEYS));
    }

    private static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
