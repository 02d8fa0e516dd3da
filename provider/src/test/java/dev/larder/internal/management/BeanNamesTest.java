package dev.larder.internal.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeanNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a=b", "a:b", "a*b", "a?b", "a\"b", "a\nb", "a\rb"})
    void of_charactersThatJmxGivesAMeaning_becomeDots(String cache) {
        ObjectName name = BeanNames.of("CacheStatistics", URI.create("m"), cache);
        assertThat(name.getKeyProperty("Cache")).isEqualTo("a.b");
        assertThat(name.isPattern()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "dev.larder.LarderCachingProvider, dev.larder.LarderCachingProvider",
        "heap:?max-entries=10, heap..max-entries.10",
        "file:/etc/larder.yaml, file./etc/larder.yaml",
        "redis://user:secret@host?password=x, redis.//...@host.password....",
    })
    void of_managersUri_isThatOfTheStandardWithoutCredentials(String uri, String expected) {
        ObjectName name = BeanNames.of("CacheConfiguration", URI.create(uri), "orders");
        assertThat(name.getDomain()).isEqualTo("javax.cache");
        assertThat(name.getKeyProperty("type")).isEqualTo("CacheConfiguration");
        assertThat(name.getKeyProperty("CacheManager")).isEqualTo(expected);
    }

    @Test
    void of_nameWithSpacesBracketsAndDollars_isKept() {
        String cache = "a.B$C.m(java.lang.String) @1/2";
        assertThat(BeanNames.of("CacheStatistics", URI.create("m"), cache).getKeyProperty("Cache"))
                .isEqualTo(cache);
    }
}
