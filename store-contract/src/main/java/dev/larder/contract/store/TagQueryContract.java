package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.ReadOptions.Touch;
import dev.larder.spi.Reply;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that reads and writes with a tag query have the effect of the plain ones and return the right stamps. It is
 * skipped for stores without {@link Ability#TAG_STAMPS}.
 */
public abstract class TagQueryContract extends StoreCase {
    private static final long HOUR = 3_600_000;

    private final String known = "known " + UUID.randomUUID();
    private final String fresh = "fresh " + UUID.randomUUID();
    private final String absent = "absent " + UUID.randomUUID();
    private final long proposal = Stamps.fresh();
    private final TagQuery query =
            new TagQuery(List.of(known, fresh, absent), new long[] {Stamps.fresh(), proposal, Stamps.NONE});
    private ByteStore tagged;
    private long[] expected;

    @BeforeEach
    void needsTagStamps() {
        assumeTrue(hasAbility(Ability.TAG_STAMPS), "the store does not return stamps with other calls");
        tagged = Objects.requireNonNull(byteStore());
        Stamps stamps = Objects.requireNonNull(backend().stamps());
        expected = new long[] {stamps.ensure(List.of(known))[0], proposal, Stamps.NONE};
    }

    private ByteKey at(String text) {
        return (ByteKey) key(text);
    }

    private ByteEntry bytes(String text) {
        return (ByteEntry) entry(text);
    }

    private Reply read(TagQuery asked, ByteKey... keys) {
        return tagged.read(List.of(keys), ReadOptions.of(asked, null));
    }

    private Reply exchange(ByteKey key, @Nullable ByteEntry before, @Nullable ByteEntry next) {
        return write(WriteOptions.EXCHANGE, new Write(key, before, next));
    }

    private Reply write(WriteOptions options, Write... writes) {
        return tagged.write(List.of(writes), options.with(query));
    }

    private @Nullable String text(Reply answer) {
        assertThat(answer.stamps()).containsExactly(expected);
        return text(answer.entry());
    }

    private void stampsAreThere() {
        Stamps stamps = Objects.requireNonNull(backend().stamps());
        assertThat(stamps.read(query.tags())).containsExactly(expected);
    }

    @Test
    void read_withStamps_givesEntryAndStamps() {
        assertThat(text(read(query, at("a")))).isNull();
        created("a", "1");
        assertThat(text(read(query, at("a")))).isEqualTo("1");
        stampsAreThere();
    }

    @Test
    void read_lookOnly_addsNothing() {
        Reply answer = read(TagQuery.of(List.of(absent, known)), at("a"));
        assertThat(answer.stamps()).containsExactly(Stamps.NONE, expected[0]);
        assertThat(Objects.requireNonNull(backend().stamps()).read(List.of(absent)))
                .containsExactly(Stamps.NONE);
    }

    @Test
    void readAll_withStamps_givesEntriesInOrder() {
        created("a", "1");
        created("c", "3");
        var answer = read(query, at("a"), at("b"), at("c"));
        assertThat(answer.entries().stream()
                        .map(each -> each == null ? "none" : text(each))
                        .toList())
                .containsExactly("1", "none", "3");
        assertThat(answer.stamps()).containsExactly(expected);
        assertThat(read(query).stamps()).containsExactly(expected);
    }

    @Test
    void exchange_withStamps_isAnExchange() {
        ByteEntry next = bytes("1");
        assertThat(text(exchange(at("a"), null, next))).isNull();
        Reply second = exchange(at("a"), null, bytes("2"));
        assertThat(text(second)).isEqualTo("1");
        ByteEntry found = second.entry();
        assertThat(exchange(at("a"), found, bytes("3")).entry()).isSameAs(found);
        assertThat(textAt("a")).isEqualTo("3");
        Reply lost = exchange(at("a"), found, null);
        assertThat(text(lost)).isEqualTo("3");
        assertThat(exchange(at("a"), lost.entry(), null).entry()).isSameAs(lost.entry());
        assertThat(textAt("a")).isNull();
        stampsAreThere();
    }

    @Test
    void exchangeAll_withStamps_isEachByItself() {
        created("a", "1");
        ByteEntry read = (ByteEntry) present(store.read(key("a")));
        var answer = write(
                WriteOptions.EXCHANGE,
                new Write(at("a"), read, bytes("2")),
                new Write(at("b"), null, bytes("3")),
                new Write(at("c"), read, bytes("4")));
        assertThat(answer.entries().get(0)).isSameAs(read);
        assertThat(answer.entries().get(1)).isNull();
        assertThat(answer.entries().get(2)).isNull();
        assertThat(answer.stamps()).containsExactly(expected);
        assertThat(Arrays.asList(textAt("a"), textAt("b"), textAt("c"))).containsExactly("2", "3", null);
    }

    @Test
    void swap_withStamps_givesWhatWasThere() {
        assumeTrue(hasAbility(Ability.SWAP));
        assertThat(text(write(WriteOptions.SWAP, new Write(at("a"), bytes("1")))))
                .isNull();
        assertThat(text(write(WriteOptions.SWAP, new Write(at("a"), bytes("2")))))
                .isEqualTo("1");
        assertThat(text(write(WriteOptions.SWAP, new Write(at("a"), null)))).isEqualTo("2");
        assertThat(textAt("a")).isNull();
    }

    @Test
    void put_withStamps_puts() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        assertThat(write(WriteOptions.PUT, new Write(at("a"), bytes("1"))).stamps())
                .containsExactly(expected);
        assertThat(write(WriteOptions.PUT, new Write(at("a"), bytes("2"))).stamps())
                .containsExactly(expected);
        assertThat(textAt("a")).isEqualTo("2");
    }

    @Test
    void putAll_withStamps_putsEach() {
        assumeTrue(hasAbility(Ability.READ_FREE_PUT));
        assertThat(write(WriteOptions.PUT, new Write(at("a"), bytes("1")), new Write(at("b"), bytes("2")))
                        .stamps())
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
            assertThat(read(TagQuery.of(List.of(known)), at("a")).stamps()).containsExactly(now);
        }
    }

    @Test
    void read_withStampsAndTouch_doesBoth() {
        assumeTrue(hasAbility(Ability.CHANGE_EXPIRY));
        long now = System.currentTimeMillis();
        created(store, "a", entry("1", now + HOUR));
        Reply touched = tagged.read(List.of(at("a")), ReadOptions.of(query, new Touch(now, now + 2 * HOUR)));
        assertThat(text(touched)).isEqualTo("1");
        assertThat(present(touched.entry()).expiry()).isEqualTo(now + 2 * HOUR);
    }

    @Test
    void swap_withStampsAndKeptExpiry_doesBoth() {
        assumeTrue(hasAbility(Ability.CHANGE_EXPIRY));
        long now = System.currentTimeMillis();
        created(store, "a", entry("1", now + HOUR));
        WriteOptions keeping = WriteOptions.SWAP.with(new KeepExpiry(now));
        assertThat(text(write(keeping, new Write(at("a"), bytes("2"))))).isEqualTo("1");
        assertThat(present(store.read(key("a"))).expiry()).isEqualTo(now + HOUR);
        write(WriteOptions.PUT.with(new KeepExpiry(now)), new Write(at("a"), bytes("3")));
        assertThat(textAt("a")).isEqualTo("3");
        assertThat(present(store.read(key("a"))).expiry()).isEqualTo(now + HOUR);
    }
}
