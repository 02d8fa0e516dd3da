package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.StoreUnavailableException;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.Relay;
import dev.larder.memcached.server.Relay.Fault;
import dev.larder.spi.Stored;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One reply of the server arrives twice, or not at all. No later read returns a wrong value. */
@Timeout(120)
final class HarmedAnswersTest {
    private static final int KEYS = 20;

    private final MemcachedServer server = MemcachedServer.start();
    private final Relay relay = new Relay(server);
    private final Opened opened = new Opened(relay.address() + "?timeout=2s", "harmed");
    private final Opened other = new Opened(server.address() + "?timeout=10s", "harmed");

    @BeforeEach
    void fill() {
        for (int i = 0; i < KEYS; i++) {
            opened.store.put(key("k" + i), entry("v" + i, Stored.ETERNAL));
        }
    }

    @AfterEach
    void close() {
        opened.close();
        other.close();
        relay.close();
        server.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(Fault.DROP, Fault.DUPLICATE)
                .flatMap(fault -> Stream.of("get", "put", "missing").map(call -> Arguments.of(fault, call)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void read_afterOneHarmedAnswer_isFreshAndOfItsKey(Fault fault, String call) {
        relay.harmNextReply(fault);
        tried(call);
        assertThat(relay.isHarmAhead()).isFalse();
        awaitRecovery();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < KEYS; i++) {
                other.store.put(key("k" + i), entry("v" + i + "." + round, Stored.ETERNAL));
                assertThat(text(opened.store.read(key("k" + i)))).isEqualTo("v" + i + "." + round);
            }
        }
    }

    /** The answers to the same question over and over are as like as they can be. */
    @ParameterizedTest
    @EnumSource(names = {"DROP", "DUPLICATE"})
    void read_oneKeyOverAndOver_isNeverTheAnswerToAnEarlierRead(Fault fault) {
        relay.harmNextReply(fault);
        tried("get");
        awaitRecovery();
        for (int i = 0; i < KEYS; i++) {
            other.store.put(key("k0"), entry("w" + i, Stored.ETERNAL));
            assertThat(text(opened.store.read(key("k0")))).isEqualTo("w" + i);
        }
    }

    @Test
    void read_earlierAnswerComesAgainWithItsOwn_isNotTheEarlierOne() {
        for (int i = 0; i < KEYS; i++) {
            relay.harmNextReply(Fault.REPEAT_LATER);
            tried("get");
            other.store.put(key("k0"), entry("w", Stored.ETERNAL));
            assertThat(text(opened.store.read(key("k0")))).isEqualTo("w");
            other.store.put(key("k0"), entry("v0", Stored.ETERNAL));
            awaitRecovery();
        }
    }

    // A server that let a call wait is left alone for a moment.
    private void awaitRecovery() {
        while (opened.store.read(key("k0")) == null) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** What is lost by the harm itself: a miss or an error. */
    private void tried(String call) {
        try {
            switch (call) {
                case "get" -> assertThat(text(opened.store.read(key("k0")))).isIn("v0", "w", null);
                case "put" -> opened.store.put(key("k0"), entry("w", Stored.ETERNAL));
                default -> assertThat(opened.store.read(key("missing"))).isNull();
            }
        } catch (StoreUnavailableException lost) {
            assertThat(lost).hasMessageContaining("memcached");
        }
    }
}
