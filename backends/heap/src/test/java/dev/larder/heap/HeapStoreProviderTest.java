package dev.larder.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.StoreProvider;
import dev.larder.spi.Stored;
import java.util.ServiceLoader;
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
