package dev.larder.memcached.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.StoreAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are parsed, or refused with a reason. */
final class MemcachedAddressTest {

    @Test
    void of_severalServers_givesThemInOrder() {
        MemcachedAddress address = read("memcached://one,two:11212,[::1]:11213?weights=1,3,2");
        assertThat(address.hosts())
                .containsExactly(
                        new ServerAddress("one", 11_211, 1),
                        new ServerAddress("two", 11_212, 3),
                        new ServerAddress("::1", 11_213, 2));
        assertThat(address.user()).isNull();
    }

    @Test
    void of_userAndPassword_decodesThemAndShowsNeither() {
        MemcachedAddress address = read("memcached://a%40b:c%3Ad+e@one");
        assertThat(address.user()).isEqualTo("a@b");
        assertThat(address.password()).isEqualTo("c:d+e");
        assertThat(address.toString()).isEqualTo("memcached://***@one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memcached:",
                "memcached://",
                "memcached://one:port",
                "memcached://one,",
                "memcached://one,one:11211",
                "memcached://one/two",
                "memcached://u:secret@one:x"
            })
    void of_nonsense_isRefusedWithoutThePassword(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memcached://host:port")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,2,3", "0,1", "1,-1", "a,b", "1,,2", "1000,1"})
    void of_weightsThatDoNotFit_isRefused(String weights) {
        assertThatThrownBy(() -> read("memcached://one,two?weights=" + weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'weights'")
                .hasMessageContaining("2 numbers");
    }

    private static MemcachedAddress read(String text) {
        return MemcachedAddress.of(StoreAddress.parse(text));
    }
}
