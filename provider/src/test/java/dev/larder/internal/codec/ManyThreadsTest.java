package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 2_000;

    private final Codecs codecs = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"));
    private final Marshaller marshaller = codecs.marshaller("orders", Set.of(), 250, 100_000);

    @Test
    void marshaller_usedByManyThreads_staysExact() throws Exception {
        List<Object> values = Values.all().toList();
        ByteEntry shared = marshaller.encode("shared", new Values.Bean(), ByteEntry.ETERNAL);

        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                Object value = values.get((i + thread) % values.size());
                ByteEntry entry = marshaller.encode(i, value, i);
                assertThat(marshaller.value(i, entry)).hasSameClassAs(value);
                assertThat(((Values.Bean) marshaller.value("shared", shared)).tags)
                        .hasSize(3);
                assertThat(codecs.copier("orders").copy(value)).hasSameClassAs(value);
            }
        });
    }

    @Test
    void encode_byManyThreads_givesNoVersionTwice() throws Exception {
        Set<Long> versions = java.util.concurrent.ConcurrentHashMap.newKeySet();

        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(versions.add(marshaller.encode("k", "v", 0).version()))
                        .isTrue();
            }
        });

        assertThat(versions).hasSize(THREADS * ROUNDS);
    }

    private interface Task {
        void run(int thread);
    }

    private static void inParallel(Task task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                running.add(pool.submit(() -> task.run(thread)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
