package dev.larder.memcached.entry;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.StoreUnavailableException;
import dev.larder.contract.fault.Workload;
import dev.larder.memcached.Opened;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.Relay;
import dev.larder.memcached.server.TextConnection;
import dev.larder.memcached.server.ThreeServers;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stamps;
import dev.larder.spi.Stored;
import dev.larder.spi.TagQuery;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What do tags cost, and what becomes of them when servers fail? */
final class ServerTagStampsTest {
    private static final List<String> TAGS = List.of("red", "blue", "a b");

    @Test
    void read_entryAndTags_isOneQuestion() {
        try (MemcachedServer server = MemcachedServer.start();
                Relay relay = new Relay(server);
                Opened opened = new Opened(relay.address() + "?timeout=10s", "tagged")) {
            ByteStore store = opened.store;
            long[] stamps = stamps(opened).ensure(TAGS);
            store.put(key("a"), entry("1", Stored.ETERNAL));
            long gets = server.statistics().get("cmd_get");
            assertThat(relay.of(() -> assertThat(stamps(store, TAGS, key("a"))).containsExactly(stamps)))
                    .isEqualTo(1);
            assertThat(server.statistics().get("cmd_get") - gets).isEqualTo(2 + TAGS.size());
        }
    }

    /** As an evicting server may lose any key. */
    @Test
    void stamp_lost_isNoneAndThenAnother() {
        try (MemcachedServer server = MemcachedServer.start();
                Opened opened = new Opened(server.address() + "?timeout=10s", "tagged");
                TextConnection own = server.connect()) {
            long before = stamps(opened).ensure(List.of("red"))[0];
            assertThat(own.say("delete larder:#tags:red")).isEqualTo("DELETED");
            assertThat(stamps(opened).read(List.of("red"))).containsExactly(Stamps.NONE);
            assertThat(stamps(opened).ensure(List.of("red"))[0]).isNotIn(before, Stamps.NONE);
        }
    }

    @Test
    void renew_aServerAway_throwsWhateverIsSet() {
        try (ThreeServers servers = ThreeServers.start();
                Opened opened = new Opened(
                        servers.address() + "?timeout=500ms&on-write-failure=drop&breaker-failures=1000", "tagged")) {
            List<String> tags = IntStream.range(0, 50).mapToObj(i -> "t" + i).toList();
            long[] before = stamps(opened).ensure(tags);
            servers.at(2).pause();
            assertThatThrownBy(() -> stamps(opened).renew(tags))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(servers.at(2).host());
            servers.at(2).resume();
            Workload.untilWorks(() -> stamps(opened).renew(tags));
            assertThat(stamps(opened).read(tags)).doesNotContain(before).doesNotContain(Stamps.NONE);
        }
    }

    @Test
    void read_aTagsServerAway_isAMiss() {
        try (ThreeServers servers = ThreeServers.start();
                Opened opened = new Opened(servers.address() + "?timeout=1s", "tagged")) {
            ByteStore store = opened.store;
            List<String> tags = IntStream.range(0, 50).mapToObj(i -> "t" + i).toList();
            stamps(opened).ensure(tags);
            store.put(key("a"), entry("1", Stored.ETERNAL));
            servers.at(0).kill();
            assertThat(stamps(store, tags, key("a"))).isNull();
            assertThat(stamps(store, tags, key("a"), key("b"))).isNull();
        }
    }

    private static long[] stamps(ByteStore store, List<String> tags, ByteKey... keys) {
        return store.read(List.of(keys), ReadOptions.of(TagQuery.of(tags), null))
                .stamps();
    }

    private static Stamps stamps(Opened opened) {
        return Objects.requireNonNull(opened.backend.stamps());
    }
}
