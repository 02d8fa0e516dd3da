package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.StoreUnavailableException;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.Relay;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which requests are sent again when the connection is lost before the reply, and which are not. */
final class LostConnectionTest {
    private final MemcachedServer server = MemcachedServer.start();
    private final Relay relay = new Relay(server);
    private final Opened opened = new Opened(relay.address() + "?timeout=10s&on-read-failure=throw", "lost");

    @AfterEach
    void close() {
        opened.close();
        relay.close();
        server.close();
    }

    @Test
    void read_replyLost_isSaidAgain() {
        opened.store.put(key("a"), entry("1", Stored.ETERNAL));
        relay.harmNextReply(Relay.Fault.CUT);
        assertThat(text(opened.store.read(key("a")))).isEqualTo("1");
    }

    @Test
    void put_replyLost_isSaidAgain() {
        opened.store.put(key("a"), entry("1", Stored.ETERNAL));
        relay.harmNextReply(Relay.Fault.CUT);
        opened.store.put(key("a"), entry("2", Stored.ETERNAL));
        assertThat(text(opened.store.read(key("a")))).isEqualTo("2");
    }

    @Test
    void exchange_replyLost_throwsBecauseTheOutcomeIsUnknown() {
        opened.store.put(key("a"), entry("1", Stored.ETERNAL));
        ByteEntry before = opened.store.read(key("a"));
        relay.harmNextReply(Relay.Fault.CUT);
        assertThatThrownBy(() -> opened.store.exchange(key("a"), before, entry("2", Stored.ETERNAL)))
                .isInstanceOf(StoreUnavailableException.class);
        long sets = server.statistics().get("cmd_set");
        assertThat(text(opened.store.read(key("a")))).isEqualTo("2");
        assertThat(server.statistics().get("cmd_set")).isEqualTo(sets);
    }

    @Test
    void create_replyLost_throwsBecauseTheOutcomeIsUnknown() {
        opened.store.put(key("b"), entry("1", Stored.ETERNAL));
        relay.harmNextReply(Relay.Fault.CUT);
        assertThatThrownBy(() -> opened.store.exchange(key("a"), null, entry("1", Stored.ETERNAL)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(text(opened.store.read(key("a")))).isEqualTo("1");
    }
}
