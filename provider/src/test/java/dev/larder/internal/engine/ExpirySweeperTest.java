package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.IdentityCopier;
import dev.larder.internal.engine.store.ObjectStoreAdapter;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpirySweeperTest {
    private static final long NOW = 42;

    private final ExpiredStore store = new ExpiredStore();
    private final List<Object> reported = new ArrayList<>();
    private final Listeners<String, String> listeners = new Listeners<>(source(), Runnable::run);
    private final ExpirySweeper<String, String> expirySweeper =
            new ExpirySweeper<>(engine(), Runnable::run, Duration.ofSeconds(30));

    @Test
    void sweep_listenerThrows_removesAndReportsTheOthers() {
        CacheEntryExpiredListener<String, String> listener = events -> {
            events.forEach(event -> reported.add(event.getKey()));
            throw new IllegalStateException("no listening today");
        };
        listeners.register(new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true));

        expirySweeper.sweep();

        assertThat(reported).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(store.entries).isEmpty();
    }

    private Engine<String, String> engine() {
        StoreAdapter<String, String> storeAdapter = new ObjectStoreAdapter<>(store, IdentityCopier.INSTANCE);
        return EngineFactory.engine(
                "orders",
                new MutableConfiguration<String, String>().setTypes(String.class, String.class),
                storeAdapter,
                new CreatedExpiryPolicy(javax.cache.expiry.Duration.ONE_DAY),
                () -> NOW,
                listeners,
                new StatisticsRecorder(false, () -> 0),
                new EntryTagging<>("orders", Tags.local(), null, null),
                Duration.ZERO,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Cache<String, String> source() {
        return (Cache<String, String>) Proxy.newProxyInstance(
                ExpirySweeperTest.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (self, method, arguments) -> "orders");
    }

    /** A map of entries that have expired. */
    private static final class ExpiredStore implements ObjectStore {
        private final Map<Object, ObjectEntry> entries = new ConcurrentHashMap<>(Map.of(
                "a", new ObjectEntry("1", NOW),
                "b", new ObjectEntry("2", NOW),
                "c", new ObjectEntry("3", NOW)));

        @Override
        public @Nullable ObjectEntry read(Object key) {
            return entries.get(key);
        }

        @Override
        public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
            entries.remove(key);
            return expected;
        }

        @Override
        public void clear() {
            entries.clear();
        }

        @Override
        public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
            return entries.entrySet().iterator();
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
