package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.ThreeServers;
import dev.larder.spi.Stored;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.exception.MemcachedException;
import org.junit.jupiter.api.Test;

/** The application's own client is used, and not changed or closed. */
final class GivenClientTest {

    @Test
    void client_ofTheApplication_isUsedAndStaysOpen()
            throws IOException, InterruptedException, TimeoutException, MemcachedException {
        try (ThreeServers servers = ThreeServers.start()) {
            MemcachedClient client = new XMemcachedClientBuilder(
                            servers.address().substring("memcached://".length()).replace(',', ' '))
                    .build();
            try (Opened opened = new Opened(servers.address() + "?timeout=10s", "given", with(client));
                    Opened plain = new Opened(servers.address() + "?timeout=10s", "given")) {
                for (int i = 0; i < 50; i++) {
                    opened.store.put(key("k" + i), entry("v" + i, Stored.ETERNAL));
                    assertThat(text(plain.store.read(key("k" + i)))).isEqualTo("v" + i);
                }
                assertThat(opened.store.unwrap(MemcachedClient.class)).isSameAs(client);
            }
            assertThat(client.set("mine", 0, "1")).isTrue();
            client.shutdown();
        }
    }

    @Test
    void server_thatTheClientDoesNotKnow_isNamed() throws IOException {
        try (MemcachedServer known = MemcachedServer.start();
                MemcachedServer unknown = MemcachedServer.start()) {
            MemcachedClient client = new XMemcachedClientBuilder(known.host()).build();
            try (Opened opened = new Opened(unknown.address() + "?timeout=1s", "given", with(client))) {
                assertThatThrownBy(() -> opened.store.put(key("a"), entry("1", Stored.ETERNAL)))
                        .hasMessageContaining(unknown.host());
            }
            client.shutdown();
        }
    }

    @Test
    void property_ofAnotherType_isRefused() {
        Properties properties = new Properties();
        properties.put(MemcachedStoreProvider.CLIENT, "a client");
        assertThatThrownBy(() -> new Opened("memcached://localhost", "given", properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(MemcachedStoreProvider.CLIENT);
    }

    private static Properties with(MemcachedClient client) {
        Properties properties = new Properties();
        properties.put(MemcachedStoreProvider.CLIENT, client);
        return properties;
    }
}
