package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreAddressTest {
    @Test
    void parse_schemeRestAndQuery_areSeparatedAndDecoded() {
        StoreAddress address = StoreAddress.parse("Redis://host:6379/0?prefix=a%20b&max-entries=10");
        assertThat(address.scheme()).isEqualTo("redis");
        assertThat(address.rest()).isEqualTo("//host:6379/0");
        assertThat(address.settings().asMap()).containsEntry("prefix", "a b").containsEntry("max-entries", "10");
    }

    @ParameterizedTest
    @CsvSource({
        "redis://user:secret@host:6379/0, redis://***@host:6379/0",
        "redis://:secret@host, redis://***@host",
        "redis://:sec/r@et@host, redis://***@host",
        "'redis://u:p@one,u:p@two', redis://***@two",
        "redis://host?password=x&prefix=a, redis://host?password=***&prefix=a",
        "redis://host?prefix=a&TLS-Password=x, redis://host?prefix=a&TLS-Password=***",
        "redis://host?auth-token=x, redis://host?auth-token=***",
        "redis://host?mail=a@b, redis://host?mail=a@b",
        "file:///home/a@b/larder.yaml, file:///home/a@b/larder.yaml",
        "heap:?max-entries=10, heap:?max-entries=10",
    })
    void masked_credentials_areGone(String text, String masked) {
        assertThat(StoreAddress.masked(text)).isEqualTo(masked);
    }

    @Test
    void toString_credentialsAndSettings_areLeftOut() {
        assertThat(StoreAddress.parse("redis://user:secret@host?password=x")).hasToString("redis://***@host");
    }

    @Test
    void parse_settingWithoutValue_saysSoWithoutCredentials() {
        assertThatThrownBy(() -> StoreAddress.parse("redis://user:secret@host?password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("store address 'redis://***@host?password': a setting has no value; write name=value");
    }

    @Test
    void parse_noScheme_showsTheForm() {
        assertThatThrownBy(() -> StoreAddress.parse("heap"))
                .hasMessage("'heap' is no store address: it begins with a scheme and a colon, as in heap:");
    }
}
