package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.Eventually;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Reply;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a store with {@link Ability#CHANGE_EVENTS} notifies others of each change once, and of nothing else. It is
 * skipped for other stores.
 */
public abstract class ChangeEventsContract extends StoreCase {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String cache = "told " + UUID.randomUUID();
    private final Queue<String> receivedByOne = new ConcurrentLinkedQueue<>();
    private final Queue<String> receivedByOther = new ConcurrentLinkedQueue<>();
    private @Nullable ByteStore one;

    @BeforeEach
    final void listen() {
        assumeTrue(hasAbility(Ability.CHANGE_EVENTS), "the store tells nobody");
        one = listening(open(cache), receivedByOne);
        listening(open(openBackend(), cache), receivedByOther);
    }

    private static ByteStore listening(Store<?, ?> store, Queue<String> heard) {
        ByteStore notifying = (ByteStore) store;
        notifying.listen(notice -> heard.add(new String(notice, StandardCharsets.UTF_8)));
        return notifying;
    }

    private ByteStore one() {
        if (one == null) {
            throw new IllegalStateException("no test runs without");
        }
        return one;
    }

    private ByteKey at(String text) {
        return (ByteKey) key(text);
    }

    private ByteEntry record(String text) {
        return (ByteEntry) entry(text);
    }

    private Write write(String key, @Nullable ByteEntry before, @Nullable ByteEntry next, String event) {
        return new Write(at(key), before, next, event.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable ByteEntry exchange(Write write) {
        return one().write(List.of(write), WriteOptions.EXCHANGE).entry();
    }

    @Test
    void exchange_takesPlace_isToldToOthersInOrder() {
        for (int i = 0; i < 20; i++) {
            ByteEntry before = one().read(at("a"));
            assertThat(exchange(write("a", before, record("v" + i), "n" + i))).isSameAs(before);
        }
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.contains("n19")))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).hasSize(20).startsWith("n0", "n1", "n2");
        assertThat(receivedByOne).isEmpty();
    }

    @Test
    void exchange_lostOrSilent_isToldToNobody() {
        exchange(write("a", null, record("1"), ""));
        exchange(write("a", null, record("2"), "lost"));
        exchange(write("a", one().read(at("a")), null, "removed"));
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.contains("removed")))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).containsExactly("removed");
    }

    @Test
    void exchangeAll_mixed_isToldWhereItTookPlace() {
        exchange(write("taken", null, record("1"), ""));
        one().write(
                        List.of(
                                write("a", null, record("1"), "a"),
                                write("taken", null, record("2"), "taken"),
                                write("b", null, record("3"), "b")),
                        WriteOptions.EXCHANGE);
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.size() >= 2))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void exchange_withTagQuery_deliversTheEventAndReturnsStamps() {
        assumeTrue(hasAbility(Ability.TAG_STAMPS), "the store does not return stamps with other calls");
        String tag = "tag " + UUID.randomUUID();
        long proposal = Stamps.fresh();
        WriteOptions options = WriteOptions.EXCHANGE.with(new TagQuery(List.of(tag), new long[] {proposal}));
        Reply reply = one().write(List.of(write("a", null, record("1"), "created")), options);
        assertThat(reply.entry()).isNull();
        assertThat(reply.stamps()).containsExactly(proposal);
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.contains("created")))
                .as("it is delivered in time")
                .isTrue();
    }
}
