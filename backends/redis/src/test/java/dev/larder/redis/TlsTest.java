package dev.larder.redis;

import static dev.larder.redis.Opened.entry;
import static dev.larder.redis.Opened.key;
import static dev.larder.redis.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.StoreUnavailableException;
import dev.larder.redis.server.Certificate;
import dev.larder.redis.server.RedisServer;
import dev.larder.spi.Stored;
import org.junit.jupiter.api.Test;

/** TLS connections reach only the right server; others are refused. */
final class TlsTest {
    private static final String STRICT = "?timeout=5s&on-read-failure=throw";
    private static final Certificate HERE = Certificate.of("ip:127.0.0.1");
    private static final Certificate ELSEWHERE = Certificate.of("dns:example.org");

    @Test
    void certificate_trusted_serves() {
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.start(HERE.options(port, "no"));
                Opened opened = new Opened(address(port, trusting(HERE)))) {
            assertThat(server.port()).isNotEqualTo(port);
            opened.store.put(key("a"), entry("1", Stored.ETERNAL));
            assertThat(text(opened.store.read(key("a")))).isEqualTo("1");
            assertThat(opened.store.iterator()).toIterable().hasSize(1);
        }
    }

    @Test
    void certificate_untrusted_isRefused() {
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.start(HERE.options(port, "no"))) {
            assertThat(server.port()).isNotEqualTo(port);
            refuses(address(port, ""));
            refuses(address(port, trusting(ELSEWHERE)));
        }
    }

    @Test
    void certificate_ofAnotherHost_isRefusedUnlessOnlyTheAuthorityIsChecked() {
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.start(ELSEWHERE.options(port, "no"))) {
            assertThat(server.port()).isNotEqualTo(port);
            refuses(address(port, trusting(ELSEWHERE)));
            try (Opened opened = new Opened(address(port, trusting(ELSEWHERE) + "&tls-verify=authority"))) {
                assertThat(opened.store.read(key("a"))).isNull();
            }
        }
    }

    @Test
    void server_requestsAClientCertificate_getsTheKeyStores() {
        int port = RedisServer.freePort();
        String own = "&tls-key-store=" + HERE.identity() + "&tls-key-store-password=" + Certificate.PASSWORD;
        try (RedisServer server = RedisServer.start(HERE.options(port, "yes"))) {
            assertThat(server.port()).isNotEqualTo(port);
            refuses(address(port, trusting(HERE)));
            try (Opened opened = new Opened(address(port, trusting(HERE) + own))) {
                assertThat(opened.store.read(key("a"))).isNull();
            }
        }
    }

    @Test
    void settings_thatMakeNoSense_areRefusedByName() {
        assertThatThrownBy(() -> new Opened(address(1, "&tls-trust-store=/not/there")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls-trust-store");
        assertThatThrownBy(() -> new Opened(address(1, "&tls-verify=no")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls-verify");
    }

    private static void refuses(String address) {
        try (Opened opened = new Opened(address)) {
            assertThatThrownBy(() -> opened.store.read(key("a")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining(Certificate.PASSWORD);
        }
    }

    private static String address(int port, String settings) {
        return "rediss://127.0.0.1:" + port + STRICT + settings;
    }

    private static String trusting(Certificate certificate) {
        return "&tls-trust-store=" + certificate.trust() + "&tls-trust-store-password=" + Certificate.PASSWORD;
    }
}
