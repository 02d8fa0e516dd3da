package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import dev.larder.TimingInterceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and patterns of a configuration file support every setting of a cache. */
class AliasesTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final Path directory;

    AliasesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private CacheManager manager(String file) throws IOException {
        Path path = directory.resolve("larder.yaml");
        Files.writeString(path, file);
        return provider.getCacheManager(path.toUri(), null);
    }

    @Test
    void pattern_carriesSerializerCompressorExpiryAndInterceptors() throws IOException {
        CacheManager manager = manager("""
                store: bytes:aliases?max-entry-bytes=500
                caches:
                  "orders-*":
                    serializer: string
                    compressor: gzip
                    compress-above: 100
                    expiry: { created: 10m }
                    interceptors: [timing, hit-ratio]
                """);
        Cache<String, String> cache = manager.createCache("orders-de", new MutableConfiguration<>());
        cache.put("long", "x".repeat(5000));
        assertThat(cache.get("long")).hasSize(5000);
        Cache<String, Object> untyped = manager.getCache("orders-de");
        assertThatThrownBy(() -> untyped.put("number", 1))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("writes only strings");
        assertThat(((CompleteConfiguration<?, ?>) cache.getConfiguration(CompleteConfiguration.class))
                        .getExpiryPolicyFactory()
                        .create())
                .isInstanceOf(CreatedExpiryPolicy.class);
        assertThat(cache.unwrap(TimingInterceptor.class).timings()).containsKeys("put", "get");
    }

    @Test
    void cache_inCode_winsOverThePattern() throws IOException {
        CacheManager manager = manager("store: bytes:aliases2\ncaches: { '*': { serializer: string } }\n");
        Cache<String, Integer> cache =
                manager.createCache("c", new LarderConfiguration<String, Integer>().setSetting("serializer", "java"));
        cache.put("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void serializer_misspelt_failsWithTheManager() {
        assertThatThrownBy(() -> manager("store: bytes:aliases3\ncaches: { c: { serializer: kyro } }\n"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(
                        "larder.yaml, line 2: setting 'serializer' is 'kyro'; it takes kryo, java, string, bytes");
    }
}
