package dev.larder.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.cache.Cache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZstdCompressorTest {
    private static final String LONG_TEXT = "so much of the same ".repeat(1000);

    private final LarderCachingProvider provider = new LarderCachingProvider();
    private final ZstdCompressor zstd = new ZstdCompressor();

    @AfterEach
    void close() {
        provider.close();
    }

    private Cache<String, String> cache(String compressor) {
        return provider.getCacheManager(URI.create("bytes:zstd?max-entry-bytes=5000"), null)
                .createCache("texts", new LarderConfiguration<String, String>().setSetting("compressor", compressor));
    }

    @Test
    void value_thatFitsOnlyCompressed_comesBack() {
        Cache<String, String> cache = cache("zstd");
        cache.put("a", LONG_TEXT);
        assertThat(cache.get("a")).isEqualTo(LONG_TEXT);
    }

    @Test
    void entries_ofBeforeTheChange_stayReadable() {
        Cache<String, String> cache = cache("zstd");
        cache.put("a", LONG_TEXT);
        cache.close();
        assertThat(cache("gzip").get("a")).isEqualTo(LONG_TEXT);
    }

    @Test
    void decompress_sizeOrBytesThatAreWrong_areRefused() {
        byte[] plain = LONG_TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] packed = zstd.compress(plain, 5, plain.length - 5);
        assertThat(zstd.decompress(packed, 0, packed.length, plain.length - 5))
                .isEqualTo(Arrays.copyOfRange(plain, 5, plain.length));
        assertThatThrownBy(() -> zstd.decompress(packed, 0, packed.length, 10)).isInstanceOf(RuntimeException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> zstd.decompress(packed, 0, packed.length, plain.length));
        assertThatThrownBy(() -> zstd.decompress(plain, 0, plain.length, plain.length))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void level_outOfRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZstdCompressor(23))
                .withMessageContaining("1 to 22");
    }
}
