package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import dev.larder.LarderCacheManager;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.StoreProvider;
import dev.larder.spi.Stored;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;

final class HeapStoreProviderTest {

    @Test
    void provider_onTheClassPath_isFound() {
        assertThat(ServiceLoader.load(StoreProvider.class))
                .filteredOn(provider -> provider.schemes().contains("heap"))
                .singleElement()
                .isInstanceOf(HeapStoreProvider.class);
    }

    @Test
    void open_anyRest_isAName() {
        assertThat(Stores.open("heap:one?max-entries=3")).isNotNull();
    }

    @Test
    void open_numberAsRest_isRefusedBecauseItBoundsNothing() {
        assertThatThrownBy(() -> Stores.open("heap:1_000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("store address 'heap:1_000': a number there bounds nothing; write heap:?max-entries=1_000");
    }

    @Test
    void managerOfTheHeap_inEveryFormOfAUri_works() {
        try (CachingProvider provider = Caching.getCachingProvider("dev.larder.LarderCachingProvider")) {
            for (String uri : List.of("heap", "heap:///", "heap:?max-entries=5", "heap:one")) {
                assertThat(provider.getCacheManager(URI.create(uri), null).unwrap(LarderCacheManager.class))
                        .isNotNull();
            }
        }
        assertThatThrownBy(() -> URI.create("heap:")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_twice_cachesAreStrangers() {
        ObjectStore one = Stores.open("heap:");
        one.put("key", new ObjectEntry("value", Stored.ETERNAL));
        assertThat(Stores.open("heap:").read("key")).isNull();
    }

    @Test
    void unwrap_caffeine_yieldsTheCache() {
        ObjectStore store = Stores.open("heap:");
        store.put("key", new ObjectEntry("value", Stored.ETERNAL));
        Cache<?, ?> cache = store.unwrap(Cache.class);
        assertThat(cache).isNotNull();
        assertThat(cache.estimatedSize()).isEqualTo(1);
        assertThat(store.unwrap(String.class)).isNull();
    }
}
