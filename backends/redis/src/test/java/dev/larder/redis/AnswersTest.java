package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.StoreUnavailableException;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.Relay;
import dev.larder.redis.server.SharedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that do not belong to their requests are never used, and the connection is closed. */
@Timeout(120)
final class AnswersTest {
    private static final int KEYS = 20;

    private final Relay relay = new Relay(SharedServer.get().port());
    private CacheManager manager;
    private Cache<String, String> cache;

    @BeforeEach
    void open() {
        manager = IncrementingJvm.manager("redis://127.0.0.1:" + relay.port() + "?timeout=10s&pool-size=1");
        cache = Workload.cache(manager, "answers" + UUID.randomUUID());
        for (int i = 0; i < KEYS; i++) {
            cache.put("k" + i, "v" + i);
        }
    }

    @AfterEach
    void close() {
        manager.destroyCache(cache.getName());
        manager.close();
        relay.close();
    }

    static Stream<Relay.Fault> faults() {
        return Stream.of(Relay.TWICE, saying("$-1\r\n"), saying(":7\r\n"), saying("*0\r\n"), saying("$1\r\nx\r\n"));
    }

    /** An unrequested reply arrives before the answer. */
    private static Relay.Fault saying(String words) {
        return (packet, length, client) -> {
            client.write(words.getBytes(StandardCharsets.US_ASCII));
            pass(packet, length, client);
        };
    }

    private static void pass(byte[] packet, int length, OutputStream client) throws IOException {
        client.write(packet, 0, length);
    }

    /** Either the call succeeds, or it reports that the outcome is unknown. */
    private static void attempt(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(CacheException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void get_answersShifted_everyValueIsItsKeys(Relay.Fault fault) {
        relay.spoilNext(fault);
        cache.get("k0");
        assertThat(relay.hasSpoilt()).isTrue();
        for (int i = 1; i < KEYS; i++) {
            assertThat(cache.get("k" + i)).isEqualTo("v" + i);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void replace_answersShifted_saysOnlyWhatHappened(Relay.Fault fault) {
        relay.spoilNext(fault);
        attempt(() -> cache.replace("k0", "v0", "w"));
        for (int i = 1; i < KEYS; i++) {
            String key = "k" + i;
            String wrong = "not v" + i;
            assertThat(cache.replace(key, wrong, "never")).isFalse();
        }
        assertThat(cache.get("k1")).isEqualTo("v1");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void put_answersShifted_writesOn(Relay.Fault fault) {
        relay.spoilNext(fault);
        attempt(() -> cache.put("k0", "w"));
        attempt(() -> cache.put("k0", "w"));
        cache.put("k1", "new");
        assertThat(cache.get("k1")).isEqualTo("new");
    }

    @Test
    void getAll_answersShifted_everyValueIsItsKeys() {
        relay.spoilNext(Relay.TWICE);
        cache.getAll(Set.of("k0", "k1"));
        assertThat(cache.getAll(Set.of("k2", "k3"))).containsOnly(Map.entry("k2", "v2"), Map.entry("k3", "v3"));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "*2147483647\r\n",
                "*-5\r\n",
                "%2000000000\r\n",
                "*1\r\n".repeat(100_000),
                "(x\r\n",
                ",x\r\n",
                "-MOVED 12\r\n");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void get_answerMalformed_isAskedAgain(String words) {
        relay.spoilNext(saying(words));
        assertThat(cache.get("k0")).isEqualTo("v0");
        assertThat(relay.hasSpoilt()).isTrue();
        assertThat(cache.get("k1")).isEqualTo("v1");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void put_answerMalformed_throwsRedisFailure(String words) {
        relay.spoilNext(saying(words));
        assertThatThrownBy(() -> cache.put("k0", "w")).isInstanceOf(StoreUnavailableException.class);
        cache.put("k1", "new");
        assertThat(cache.get("k1")).isEqualTo("new");
    }
}
