package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import java.time.Duration;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a value put with its own compressor is read back unchanged. */
public abstract class PutCompressorContract extends CacheCase {
    private static final String LONG = "a text that compresses well; ".repeat(1_000);

    @SuppressWarnings("unchecked")
    private LarderCache<String, String> texts() {
        return cache(new MutableConfiguration<String, String>().setTypes(String.class, String.class))
                .unwrap(LarderCache.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "none"})
    void put_withACompressor_isReadAsEver(String compressor) {
        LarderCache<String, String> cache = texts();
        cache.put("long", LONG, PutOptions.NONE.compressor(compressor));
        cache.put("short", "x", PutOptions.NONE.compressor(compressor).lifetime(Duration.ofHours(1)));
        cache.put(
                "tagged",
                LONG + "!",
                PutOptions.tags("t").compressor(compressor).validator("e1"));
        assertThat(cache.get("long")).isEqualTo(LONG);
        assertThat(cache.get("short")).isEqualTo("x");
        assertThat(cache.get("tagged")).isEqualTo(LONG + "!");
        assertThat(cache.replace("long", LONG, "next")).isTrue();
        assertThat(cache.get("long")).isEqualTo("next");
    }

    @Test
    void put_withACompressorThatIsUnknown_throwsAndChangesNothing() {
        LarderCache<String, String> cache = texts();
        assumeTrue(keepsBytes(), "this store keeps objects");
        cache.put("a", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.put("a", "2", PutOptions.NONE.compressor("zip")))
                .withMessageContainingAll(cache.getName(), "'zip'", "none", "gzip");
        assertThat(cache.get("a")).isEqualTo("1");
    }
}
