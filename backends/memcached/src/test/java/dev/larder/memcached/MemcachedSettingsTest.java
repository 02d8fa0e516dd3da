package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.StoreAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No server is needed: whatever is wrong is found before one is asked. */
class MemcachedSettingsTest {
    private static final Set<String> DURATIONS = Set.of("timeout", "connect-timeout", "walk-timeout", "breaker-pause");

    @Test
    void open_durationsOfZeroOrWithoutEnd_areRefusedByName() {
        for (String name : DURATIONS) {
            for (String senseless : new String[] {"0ms", "0d", "-1s", "99999999999h", "soon"}) {
                assertThatThrownBy(() -> open("memcached://127.0.0.1:1?" + name + "=" + senseless))
                        .as("%s=%s", name, senseless)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("setting '" + name + "' is '" + senseless
                                + "'; it takes a number above zero and a unit: ms, s, m, h or d; at most 24d");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            breaker-failures=0           | 'breaker-failures' is '0'
            breaker-failures=9999999999  | 'breaker-failures' is '9999999999'
            max-entry-bytes=9999999999g  | 'max-entry-bytes' is '9999999999g'; it takes bytes such as 4096
            max-entry-bytes=-1           | 'max-entry-bytes' is '-1'
            weights=0                    | 'weights' is '0'; it takes 1 numbers from 1 to 999
            prefix=a%20b                 | 'prefix' is 'a b'
            on-read-failure=ignore       | 'on-read-failure' is 'ignore'
            on-write-failure=ignore      | 'on-write-failure' is 'ignore'
            timout=5s                    | no setting 'timout' (did you mean 'timeout'?); its settings are breaker-failures,
            """)
    void open_senselessSetting_isRefusedWithTheManager(String setting, String message) {
        assertThatThrownBy(() -> open("memcached://h?" + setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memcached://h:0", "memcached://h:11211,i:65536", "memcached://h:1234567"})
    void open_portOutOfRange_isRefusedByNumber(String address) {
        assertThatThrownBy(() -> open(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store address '" + address + "': port ")
                .hasMessageEndingWith(" is out of range; it takes 1 to 65535");
    }

    private static void open(String address) {
        try (var backend = new MemcachedStoreProvider()
                .open(new BackendSetup(
                        StoreAddress.parse(address),
                        Clock.SYSTEM,
                        Runnable::run,
                        MemcachedSettingsTest.class.getClassLoader()))) {
            assertThat(backend).isNotNull();
        }
    }
}
