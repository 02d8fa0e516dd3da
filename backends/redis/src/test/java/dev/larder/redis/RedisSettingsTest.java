package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.StoreAddress;
import java.net.URI;
import java.util.Set;
import javax.cache.CacheException;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No server is needed: whatever is wrong is found before one is asked. */
class RedisSettingsTest {
    private static final Set<String> DURATIONS =
            Set.of("timeout", "connect-timeout", "pool-wait", "breaker-pause", "clock-refresh", "tag-lifetime");

    @Test
    void open_durationsOfZeroOrWithoutEnd_areRefusedByName() {
        for (String name : DURATIONS) {
            for (String senseless : new String[] {"0ms", "0d", "-1s", "99999999999h", "soon"}) {
                assertThatThrownBy(() -> open("redis://127.0.0.1:1?" + name + "=" + senseless))
                        .as("%s=%s", name, senseless)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("setting '" + name + "' is '" + senseless
                                + "'; it takes a number above zero and a unit: ms, s, m, h or d; at most ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            pool-size=0                  | 'pool-size' is '0'; it takes a whole number above zero
            pool-size=9999999999         | 'pool-size' is '9999999999'; it takes a whole number above zero, at most
            join-beyond=-1               | 'join-beyond' is '-1'
            breaker-failures=9999999999  | 'breaker-failures' is '9999999999'
            max-entry-bytes=9999999999g  | 'max-entry-bytes' is '9999999999g'; it takes bytes such as 4096
            max-entry-bytes=-1           | 'max-entry-bytes' is '-1'
            scan-count=9999999999        | 'scan-count' is '9999999999'
            prefix={a}                   | 'prefix' is '{a}'
            events=everywhere            | 'events' is 'everywhere'; it takes local (as if not set) or cluster
            on-read-failure=ignore       | 'on-read-failure' is 'ignore'
            on-write-failure=ignore      | 'on-write-failure' is 'ignore'
            tls=yes                      | 'tls' is 'yes'; it takes true or false
            poolsize=5                   | no setting 'poolsize' (did you mean 'pool-size'?); its settings are breaker-failures,
            """)
    void open_senselessSetting_isRefusedWithTheManager(String setting, String message) {
        for (String address : new String[] {"redis://h", "rediss://h", "redis-cluster://h", "redis-sentinel://h/m"}) {
            assertThatThrownBy(() -> open(address + "?" + setting))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://h:0", "redis://h:65536", "redis-cluster://h:7000,i:99999", "rediss://h:1234567"})
    void open_portOutOfRange_isRefusedByNumber(String address) {
        assertThatThrownBy(() -> open(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store address '" + address + "': port ")
                .hasMessageEndingWith(" is out of range; it takes 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967295", "x"})
    void open_noNumberOfADatabase_isRefused(String database) {
        assertThatThrownBy(() -> open("redis://h/" + database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + database + "' is not the number of a database");
    }

    @ParameterizedTest
    @CsvSource({
        "redis+cluster, redis-cluster",
        "rediscluster, redis-cluster",
        "redis+sentinel, redis-sentinel",
        "redi, redis"
    })
    void manager_misspeltScheme_suggestsTheNearest(String scheme, String meant) {
        try (CachingProvider provider = Caching.getCachingProvider("dev.larder.LarderCachingProvider")) {
            assertThatThrownBy(() -> provider.getCacheManager(URI.create(scheme + "://h"), null))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("no store has the scheme '" + scheme + ":'; did you mean '" + meant + ":'?");
        }
    }

    private static void open(String address) {
        try (var backend = new RedisStoreProvider()
                .open(new BackendSetup(
                        StoreAddress.parse(address),
                        Clock.SYSTEM,
                        unasked -> {},
                        RedisSettingsTest.class.getClassLoader()))) {
            assertThat(backend).isNotNull();
        }
    }
}
