package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the operations of a {@link TagStore} have the effect of the plain ones and return the right stamps. It is
 * skipped for other stores.
 */
public abstract class TagStoreContract extends StoreCase {
    private final String known = "known " + UUID.randomUUID();
    private final String fresh = "fresh " + UUID.randomUUID();
    private final String absent = "absent " + UUID.randomUUID();
    private final long proposal = Stamps.fresh();
    private final TagQuery query =
            new TagQuery(List.of(known, fresh, absent), new long[] {Stamps.fresh(), proposal, Stamps.NONE});
    private TagStore tagged;
    private long[] expected;

    @BeforeEach
    void needsTagStore() {
        assumeTrue(byteStore() instanceof TagStore, "this store brings no stamps along");
        tagged = (TagStore) Objects.requireNonNull(byteStore());
        Stamps stamps = Objects.requireNonNull(backend().stamps());
        expected = new long[] {stamps.ensure(List.of(known))[0], proposal, Stamps.NONE};
    }

    private ByteKey at(String text) {
        return (ByteKey) key(text);
    }

    private ByteEntry bytes(String text) {
        return (ByteEntry) entry(text);
    }

    private @Nullable String text(Stamped answer) {
        assertThat(answer.stamps()).containsExactly(expected);
        return text(answer.entry());
    }

    private void stampsAreThere() {
        Stamps stamps = Objects.requireNonNull(backend().stamps());
        assertThat(stamps.read(query.tags())).containsExactly(expected);
    }

    @Test
    void read_withStamps_givesEntryAndStamps() {
        assertThat(text(tagged.read(at("a"), query))).isNull();
        created("a", "1");
        assertThat(text(tagged.read(at("a"), query))).isEqualTo("1");
        stampsAreThere();
    }

    @Test
    void read_lookOnly_addsNothing() {
        Stamped answer = tagged.read(at("a"), TagQuery.of(List.of(absent, known)));
        assertThat(answer.stamps()).containsExactly(Stamps.NONE, expected[0]);
        assertThat(Objects.requireNonNull(backend().stamps()).read(List.of(absent)))
                .containsExactly(Stamps.NONE);
    }

    @Test
    void readAll_withStamps_givesEntriesInOrder() {
        created("a", "1");
        created("c", "3");
        var answer = tagged.readAll(List.of(at("a"), at("b"), at("c")), query);
        assertThat(answer.entries().stream()
                        .map(each -> each == null ? "none" : text(each))
                        .toList())
                .containsExactly("1", "none", "3");
        assertThat(answer.stamps()).containsExactly(expected);
        assertThat(tagged.readAll(List.of(), query).stamps()).containsExactly(expected);
    }

    @Test
    void exchange_withStamps_isAnExchange() {
        ByteEntry next = bytes("1");
        assertThat(text(tagged.exchange(at("a"), null, next, query))).isNull();
        Stamped second = tagged.exchange(at("a"), null, bytes("2"), query);
        assertThat(text(second)).isEqualTo("1");
        ByteEntry found = second.entry();
        assertThat(tagged.exchange(at("a"), found, bytes("3"), query).entry()).isSameAs(found);
        assertThat(textAt("a")).isEqualTo("3");
        Stamped lost = tagged.exchange(at("a"), found, null, query);
        assertThat(text(lost)).isEqualTo("3");
        assertThat(tagged.exchange(at("a"), lost.entry(), null, query).entry()).isSameAs(lost.entry());
        assertThat(textAt("a")).isNull();
        stampsAreThere();
    }

    @Test
    void exchangeAll_withStamps_isEachByItself() {
        created("a", "1");
        ByteEntry read = (ByteEntry) present(store.read(key("a")));
        var answer = tagged.exchangeAll(
                List.of(
                        new Exchange<>(at("a"), read, bytes("2")),
                        new Exchange<>(at("b"), null, bytes("3")),
                        new Exchange<>(at("c"), read, bytes("4"))),
                query);
        assertThat(answer.entries().get(0)).isSameAs(read);
        assertThat(answer.entries().get(1)).isNull();
        assertThat(answer.entries().get(2)).isNull();
        assertThat(answer.stamps()).containsExactly(expected);
        assertThat(Arrays.asList(textAt("a"), textAt("b"), textAt("c"))).containsExactly("2", "3", null);
    }

    @Test
    void swap_withStamps_givesWhatWasThere() {
        assumeTrue(hasAbility(Ability.SWAP));
        assertThat(text(tagged.swap(at("a"), bytes("1"), query))).isNull();
        assertThat(text(tagged.swap(at("a"), bytes("2"), query))).isEqualTo("1");
        assertThat(text(tagged.swap(at("a"), null, query))).isEqualTo("2");
        assertThat(textAt("a")).isNull();
    }

    @Test
    void put_withStamps_puts() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        assertThat(tagged.put(at("a"), bytes("1"), query)).containsExactly(expected);
        assertThat(tagged.put(at("a"), bytes("2"), query)).containsExactly(expected);
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void putAll_withStamps_putsEach() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        assertThat(tagged.putAll(Map.of(at("a"), bytes("1"), at("b"), bytes("2")), query))
                .containsExactly(expected);
        assertThat(textAt("a")).isEqualTo("1");
        assertThat(textAt("b")).isEqualTo("2");
    }

    @Test
    void renewed_stampsComeAlongAtOnce() {
        Stamps stamps = Objects.requireNonNull(backend().stamps());
        created("a", "1");
        for (int i = 0; i < 50; i++) {
            stamps.renew(List.of(Stamps.ANY, known));
            long now = stamps.read(List.of(known))[0];
            assertThat(tagged.read(at("a"), TagQuery.of(List.of(known))).stamps())
                    .containsExactly(now);
        }
    }
}
