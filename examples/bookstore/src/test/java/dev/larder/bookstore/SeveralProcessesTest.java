package dev.larder.bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.server.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SeveralProcessesTest {
    private final @Nullable String before = System.getProperty("larder.uri");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void forgetStore() {
        if (before == null) {
            System.clearProperty("larder.uri");
        } else {
            System.setProperty("larder.uri", before);
        }
    }

    @Test
    void run_twoProcessesOnOneRedis_findNothingStale() {
        try (RedisServer server = RedisServer.start()) {
            assertThat(run(server.address())).as(out::toString).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 processes share", "2 writers, 4 readers", "0 stale");
    }

    @Test
    void run_twoProcessesWithAHeapEach_findStaleReads() {
        assertThat(run("heap")).as(out::toString).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("BAD", "book by id: ");
    }

    private int run(String store) {
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Bookstore.run(
                List.of(
                        "--store",
                        store,
                        "--processes",
                        "2",
                        "--books",
                        "150",
                        "--threads",
                        "3",
                        "--operations",
                        "300",
                        "--seconds",
                        "2"),
                printer,
                printer);
    }
}
