package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import dev.larder.LarderEntry;
import dev.larder.PutOptions;
import dev.larder.spi.Clock;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry beyond its lifetime, which is one minute here with two of grace: who still sees it? */
@ParameterizedClass
@ValueSource(strings = {"heap:grace", "bytes:grace", "flaky+bytes:grace2"})
class GraceTest {
    private static final long MINUTE = 60_000;

    @Parameter
    String address = "";

    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final AtomicLong now = new AtomicLong(1_000_000);
    private boolean failing;

    @AfterEach
    void close() {
        provider.close();
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, String> cache(LarderConfiguration<String, String> configuration) {
        Properties properties = new Properties();
        properties.put("larder.clock", (Clock) now::get);
        LarderCache<String, String> cache = provider.getCacheManager(URI.create(address), null, properties)
                .createCache(
                        "c",
                        configuration
                                .setSetting("grace", "2m")
                                .setExpiryPolicyFactory(
                                        CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MINUTES, 1))))
                .unwrap(LarderCache.class);
        cache.clear();
        return cache;
    }

    private LarderCache<String, String> cache() {
        return cache(new LarderConfiguration<>());
    }

    @Test
    void expired_isAbsentToAllButGetStale() {
        LarderCache<String, String> cache = cache();
        cache.put("k", "v");
        now.addAndGet(MINUTE);
        assertThat(cache.get("k")).isNull();
        assertThat(cache.containsKey("k")).isFalse();
        assertThat(cache.getAll(Set.of("k"))).isEmpty();
        assertThat(cache).isEmpty();
        assertThat(cache.replace("k", "w")).isFalse();
        assertThat(cache.remove("k", "v")).isFalse();
        LarderEntry<String, String> stale = cache.getStale("k");
        assertThat(stale.getValue()).isEqualTo("v");
        assertThat(stale.expiresAt().toEpochMilli()).isEqualTo(now.get());
    }

    @Test
    void getStale_freshOrPastItsGrace_givesItOrNothing() {
        LarderCache<String, String> cache = cache();
        cache.put("k", "v");
        assertThat(cache.getStale("k").getValue()).isEqualTo("v");
        now.addAndGet(3 * MINUTE - 1);
        assertThat(cache.getStale("k")).isNotNull();
        now.addAndGet(1);
        assertThat(cache.getStale("k")).isNull();
        assertThat(cache.getStale("never")).isNull();
    }

    @Test
    void getStale_tagInvalidated_givesNothing() {
        LarderCache<String, String> cache = cache();
        cache.put("k", "v", PutOptions.tags("t"));
        now.addAndGet(MINUTE);
        cache.invalidateTags(Set.of("t"));
        assertThat(cache.getStale("k")).isNull();
        assertThat(cache.extend("k", "v")).isFalse();
    }

    @Test
    void write_overStale_isACreation() {
        LarderCache<String, String> cache = cache();
        cache.put("k", "v");
        now.addAndGet(MINUTE);
        assertThat(cache.putIfAbsent("k", "w")).isTrue();
        assertThat(cache.get("k")).isEqualTo("w");
        now.addAndGet(MINUTE - 1);
        assertThat(cache.get("k")).isEqualTo("w");
        now.addAndGet(1);
        assertThat(cache.get("k")).isNull();
    }

    @Test
    void extend_sameValue_livesAgain() {
        LarderCache<String, String> cache = cache();
        cache.put("k", "v");
        now.addAndGet(2 * MINUTE);
        assertThat(cache.extend("k", "other")).isFalse();
        assertThat(cache.extend("k", "v")).isTrue();
        now.addAndGet(MINUTE - 1);
        assertThat(cache.get("k")).isEqualTo("v");
        now.addAndGet(1);
        assertThat(cache.get("k")).isNull();
        now.addAndGet(2 * MINUTE);
        assertThat(cache.extend("k", "v")).isFalse();
    }

    @Test
    void loader_fails_staleIsServed() {
        LarderCache<String, String> cache = cache(new LarderConfiguration<>(
                new LarderConfiguration<String, String>().setReadThrough(true).setCacheLoaderFactory(Loader::new)));
        assertThat(cache.get("k")).isEqualTo("loaded k");
        failing = true;
        now.addAndGet(MINUTE);
        assertThat(cache.get("k")).isEqualTo("loaded k");
        assertThat(cache.getOrLoad("k", new Loader()::load)).isEqualTo("loaded k");
        assertThat(cache.getStale("k")).isNotNull();
        now.addAndGet(2 * MINUTE);
        assertThatThrownBy(() -> cache.get("k")).isInstanceOf(CacheLoaderException.class);
        failing = false;
        assertThat(cache.get("k")).isEqualTo("loaded k");
    }

    private final class Loader implements CacheLoader<String, String> {
        @Override
        public String load(String key) {
            if (failing) {
                throw new IllegalStateException("database down");
            }
            return "loaded " + key;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }
}
