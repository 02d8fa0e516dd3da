package dev.larder.redis;

import static dev.larder.redis.Opened.entry;
import static dev.larder.redis.Opened.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.server.RedisServer;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Clock;
import dev.larder.spi.Stored;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Are the commands that {@code docs/redis.md} names for an ACL enough for every verb? */
final class AclTest {
    private static final String ALLOWED =
            "~larder:* +get +mget +set +getdel +getrange +setrange +unlink +evalsha +eval +scan +time"
                    + " +pexpireat +pttl +persist +ping +select";
    private static final String FOR_EVENTS = " &larder:* +publish +subscribe";

    @Test
    void verbs_userOfTheDocumentedAcl_allWork() throws InterruptedException {
        try (RedisServer server = RedisServer.start()) {
            try (Jedis own = server.connect()) {
                own.sendCommand(Command.ACL, ("SETUSER app on >pass:word " + ALLOWED + FOR_EVENTS).split(" "));
            }
            String address = "redis://app:pass%3Aword@127.0.0.1:" + server.port()
                    + "/3?timeout=10s&on-read-failure=throw&events=cluster";
            try (Opened opened = new Opened(address, "acl", Clock.SYSTEM);
                    Opened other = new Opened(address, "acl", Clock.SYSTEM)) {
                CountDownLatch notified = new CountDownLatch(1);
                other.store.listen(event -> notified.countDown());
                opened.store.write(
                        List.of(new Write(key("published"), null, entry("1", 1), new byte[] {1})),
                        WriteOptions.EXCHANGE);
                assertThat(notified.await(10, TimeUnit.SECONDS)).isTrue();
                allVerbs(opened, System.currentTimeMillis() + 60_000);
            }
        }
    }

    private static void allVerbs(Opened opened, long soon) {
        opened.store.put(key("a"), entry("1", soon));
        opened.store.putAll(Map.of(key("b"), entry("2", Stored.ETERNAL)));
        ByteEntry read = opened.store.read(key("a"));
        assertThat(opened.store.exchange(key("a"), read, entry("2", soon))).isSameAs(read);
        assertThat(opened.store.exchange(key("a"), opened.store.read(key("a")), null))
                .isNotNull();
        assertThat(opened.store.swap(key("b"), entry("3", soon))).isNotNull();
        opened.putKeeping(key("b"), entry("4", Stored.ETERNAL), soon - 1);
        assertThat(opened.touch(key("b"), soon - 1, soon + 1)).isNotNull();
        assertThat(opened.touch(key("b"), soon, Stored.ETERNAL)).isNotNull();
        assertThat(opened.store.readAll(List.of(key("a"), key("b")))).hasSize(2);
        assertThat(opened.store.iterator()).toIterable().hasSize(1);
        assertThat(opened.store.swap(key("b"), null)).isNotNull();
        opened.store.clear();
    }
}
