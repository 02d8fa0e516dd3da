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
    void parse_settingTwice_isRefusedRatherThanOneOfThemIgnored() {
        assertThatThrownBy(() -> StoreAddress.parse("redis://host?timeout=1s&timeout=2s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("store address 'redis://host?timeout=1s&timeout=2s': setting 'timeout' stands there twice;"
                        + " keep one");
    }

    @Test
    void parse_brokenEscape_namesTheSettingWithoutItsValue() {
        assertThatThrownBy(() -> StoreAddress.parse("redis://host?password=50%off"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("store address 'redis://host?password=***': setting 'password' has a % without two"
                        + " hexadecimal digits; write %25 for the character itself");
    }

    @Test
    void credential_brokenEscape_saysSoWithoutIt() {
        StoreAddress address = StoreAddress.parse("redis://me:50%off@host");
        assertThat(address.credential("a%20b+c")).isEqualTo("a b+c");
        assertThat(address.credential("")).isNull();
        assertThatThrownBy(() -> address.credential("50%off"))
                .hasNoCause()
                .hasMessage("store address 'redis://***@host': its user name or password has a % without two"
                        + " hexadecimal digits; write %25 for the character itself");
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "99999", "123456789012345678901234567890"})
    void port_outOfRange_isRefusedByNumber(String digits) {
        StoreAddress address = StoreAddress.parse("redis://host");
        assertThat(address.port("65535")).isEqualTo(65_535);
        assertThatThrownBy(() -> address.port(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("store address 'redis://host': port " + digits + " is out of range; it takes 1 to 65535");
    }

    @Test
    void parse_noScheme_showsTheForm() {
        assertThatThrownBy(() -> StoreAddress.parse("heap"))
                .hasMessage("'heap' is no store address: it begins with a scheme and a colon, as in heap:");
    }
}
