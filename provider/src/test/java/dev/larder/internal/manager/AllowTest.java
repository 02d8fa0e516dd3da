package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;

class AllowTest {
    @Test
    void patternThatIsNone_failsTheManager() {
        try (Managed managed = new Managed()) {
            URI uri = URI.create(managed.uri + "?allow=com.acme.%2Bx");
            assertThatThrownBy(() -> managed.provider.getCacheManager(uri, null))
                    .isInstanceOf(CacheException.class)
                    .hasMessageStartingWith("cache manager '" + uri + "': class pattern 'com.acme.+x'");
        }
    }
}
