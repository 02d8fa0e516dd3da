package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.Eventually;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.NotifyingStore;
import dev.larder.spi.Store;
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
 * Tests that a store with {@link Ability#NOTIFICATIONS} notifies others of each change once, and of nothing else. It is
 * skipped for other stores.
 */
public abstract class NotifyingStoreContract extends StoreCase {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String cache = "told " + UUID.randomUUID();
    private final Queue<String> receivedByOne = new ConcurrentLinkedQueue<>();
    private final Queue<String> receivedByOther = new ConcurrentLinkedQueue<>();
    private @Nullable NotifyingStore one;

    @BeforeEach
    final void listen() {
        assumeTrue(hasAbility(Ability.CHANGE_EVENTS), "the store tells nobody");
        one = listening(open(cache), receivedByOne);
        listening(open(openBackend(), cache), receivedByOther);
    }

    private static NotifyingStore listening(Store<?, ?> store, Queue<String> heard) {
        NotifyingStore notifying = (NotifyingStore) store;
        notifying.listen(notice -> heard.add(new String(notice, StandardCharsets.UTF_8)));
        return notifying;
    }

    private NotifyingStore one() {
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

    private static byte[] notice(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void exchange_takesPlace_isToldToOthersInOrder() {
        for (int i = 0; i < 20; i++) {
            ByteEntry before = one().read(at("a"));
            assertThat(one().exchange(at("a"), before, record("v" + i), notice("n" + i)))
                    .isSameAs(before);
        }
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.contains("n19")))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).hasSize(20).startsWith("n0", "n1", "n2");
        assertThat(receivedByOne).isEmpty();
    }

    @Test
    void exchange_lostOrSilent_isToldToNobody() {
        one().exchange(at("a"), null, record("1"), new byte[0]);
        one().exchange(at("a"), null, record("2"), notice("lost"));
        one().exchange(at("a"), one().read(at("a")), null, notice("removed"));
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.contains("removed")))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).containsExactly("removed");
    }

    @Test
    void exchangeAll_mixed_isToldWhereItTookPlace() {
        one().exchange(at("taken"), null, record("1"), new byte[0]);
        one().exchangeAll(
                        List.of(
                                new Exchange<>(at("a"), null, record("1")),
                                new Exchange<>(at("taken"), null, record("2")),
                                new Exchange<>(at("b"), null, record("3"))),
                        List.of(notice("a"), notice("taken"), notice("b")));
        assertThat(Eventually.is(PATIENCE, () -> receivedByOther.size() >= 2))
                .as("it is told in time")
                .isTrue();
        assertThat(receivedByOther).containsExactlyInAnyOrder("a", "b");
    }
}
