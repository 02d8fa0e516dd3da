package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.TextConnection;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several JVMs and applications share a server without disturbing each other. */
final class SharedServerTest {
    private static MemcachedServer server;

    @BeforeAll
    static void start() {
        server = MemcachedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void clear_byAnotherJvm_isSeenByTheNextReadAndWrite() {
        try (Opened one = open("seen");
                Opened other = open("seen")) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            other.store.put(key("b"), entry("1", Stored.ETERNAL));
            other.store.clear();
            assertThat(one.store.read(key("a"))).isNull();
            other.store.clear();
            // This JVM remembers the stamp of before.
            one.store.put(key("a"), entry("2", Stored.ETERNAL));
            assertThat(text(other.store.read(key("a")))).isEqualTo("2");
            other.store.clear();
            one.store.putAll(Map.of(key("a"), entry("3", Stored.ETERNAL)));
            assertThat(text(other.store.read(key("a")))).isEqualTo("3");
            other.store.clear();
            assertThat(one.store.exchange(key("a"), null, entry("4", Stored.ETERNAL)))
                    .isNull();
            assertThat(text(other.store.read(key("a")))).isEqualTo("4");
            other.store.clear();
            assertThat(one.store.exchangeAll(List.of(new Exchange<>(key("a"), null, entry("5", Stored.ETERNAL)))))
                    .containsOnlyNulls();
            assertThat(text(other.store.read(key("a")))).isEqualTo("5");
        }
    }

    @Test
    void clear_byAnotherJvm_whatWasReadBeforeIsNotExchanged() {
        try (Opened one = open("stale");
                Opened other = open("stale")) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            ByteEntry before = one.store.read(key("a"));
            other.store.clear();
            assertThat(one.store.exchange(key("a"), before, entry("2", Stored.ETERNAL)))
                    .isNull();
            assertThat(other.store.read(key("a"))).isNull();
            // Even if this JVM has learnt of the clear in between.
            one.store.read(key("b"));
            assertThat(one.store.exchange(key("a"), before, entry("3", Stored.ETERNAL)))
                    .isNull();
            assertThat(other.store.read(key("a"))).isNull();
        }
    }

    /** As an evicting server may lose any key. */
    @Test
    void stamp_lost_forgetsAllAndNothingComesBack() {
        try (Opened one = open("lost");
                Opened other = open("lost");
                TextConnection own = server.connect()) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            other.store.read(key("a"));
            assertThat(own.say("delete larder:lost")).isEqualTo("DELETED");
            assertThat(one.store.read(key("a"))).isNull();
            other.store.put(key("b"), entry("2", Stored.ETERNAL));
            assertThat(one.store.read(key("a"))).isNull();
            assertThat(text(one.store.read(key("b")))).isEqualTo("2");
            assertThat(other.store.iterator()).toIterable().hasSize(1);
        }
    }

    @Test
    void stamp_overwrittenByAnotherApplication_isRenewed() {
        try (Opened one = open("foul");
                TextConnection own = server.connect()) {
            one.store.put(key("a"), entry("1", Stored.ETERNAL));
            own.set("larder:foul", "?");
            assertThat(one.store.read(key("a"))).isNull();
            one.store.put(key("a"), entry("2", Stored.ETERNAL));
            assertThat(text(one.store.read(key("a")))).isEqualTo("2");
        }
    }

    @Test
    void item_ofAnotherApplicationAtAnEntrysKey_isAbsentAndReplaced() {
        try (Opened one = open("squat");
                TextConnection own = server.connect()) {
            own.set("larder:squat:a", "?");
            own.set("larder:squat:b", "longer than a stamp");
            assertThat(one.store.read(key("a"))).isNull();
            assertThat(one.store.read(key("b"))).isNull();
            assertThat(one.store.exchange(key("a"), null, entry("1", Stored.ETERNAL)))
                    .isNull();
            assertThat(one.store.exchange(key("b"), null, entry("1", Stored.ETERNAL)))
                    .isNull();
            assertThat(text(one.store.read(key("a")))).isEqualTo("1");
            assertThat(text(one.store.read(key("b")))).isEqualTo("1");
        }
    }

    @Test
    void others_keys_areNeverTouched() {
        int foreign = 100_000;
        try (Opened opened = open("own");
                TextConnection own = server.connect()) {
            own.setAll(
                    IntStream.range(0, foreign)
                            .mapToObj(i -> (i % 2 == 0 ? "larder" : "larder:own") + i)
                            .toList(),
                    "theirs");
            opened.store.putAll(IntStream.range(0, 500)
                    .boxed()
                    .collect(Collectors.toMap(i -> key("k" + i), i -> entry("v" + i, Stored.ETERNAL))));
            assertThat(opened.store.iterator()).toIterable().hasSize(500);
            opened.store.clear();
            assertThat(opened.store.iterator().hasNext()).isFalse();
            for (int i = 0; i < foreign; i += 997) {
                assertThat(own.say("mg " + (i % 2 == 0 ? "larder" : "larder:own") + i + " s"))
                        .isEqualTo("HD s6");
            }
        }
    }

    private static Opened open(String cache) {
        return new Opened(server.address() + "?timeout=10s", cache);
    }
}
