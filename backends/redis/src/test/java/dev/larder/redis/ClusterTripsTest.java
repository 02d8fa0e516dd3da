package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.server.RedisCluster;
import dev.larder.redis.server.Trips;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;

/** A call on a thousand keys goes to each node of a cluster a few times, not once for each key. */
final class ClusterTripsTest {
    private static final int A_FEW = 25;

    @Test
    void bulkOperations_thousandKeys_askEachNodeAFewTimes() {
        Map<String, String> many =
                IntStream.range(0, 1_000).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v" + i));
        Set<String> keys = new HashSet<>(many.keySet());
        try (RedisCluster cluster = RedisCluster.start();
                CacheManager manager = manager(cluster)) {
            Cache<String, String> cache = manager.createCache(
                    "bulk",
                    new MutableConfiguration<String, String>()
                            .setTypes(String.class, String.class)
                            .setCacheLoaderFactory(Echo::new));
            // The first contact learns the slots, the stamps and the scripts.
            cache.putAll(many);
            cache.removeAll(keys);

            assertThat(trips(cluster, () -> cache.putAll(many))).allMatch(trips -> trips < A_FEW);
            assertThat(trips(cluster, () -> assertThat(cache.getAll(keys)).hasSize(keys.size())))
                    .allMatch(trips -> trips < A_FEW);
            assertThat(trips(cluster, () -> cache.removeAll(keys))).allMatch(trips -> trips < A_FEW);
            assertThat(trips(cluster, () -> load(cache, keys))).allMatch(trips -> trips < A_FEW);
            assertThat(cache.getAll(keys)).hasSize(keys.size());
        }
    }

    private static CacheManager manager(RedisCluster cluster) {
        return Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(
                        URI.create(cluster.address() + "?timeout=10s&clock-refresh=1h"),
                        ClusterTripsTest.class.getClassLoader());
    }

    private static void load(Cache<String, String> cache, Set<String> keys) {
        CompletionListenerFuture loaded = new CompletionListenerFuture();
        cache.loadAll(keys, true, loaded);
        try {
            loaded.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** The round trips of some work to each node. */
    private static List<Long> trips(RedisCluster cluster, Runnable work) {
        Runnable all = work;
        long[] counted = new long[cluster.nodes().size()];
        for (int i = 0; i < counted.length; i++) {
            int node = i;
            Runnable inner = all;
            Trips trips = new Trips(cluster.nodes().get(i));
            all = () -> {
                try (trips) {
                    counted[node] = trips.of(inner);
                }
            };
        }
        all.run();
        return IntStream.range(0, counted.length).mapToObj(i -> counted[i]).toList();
    }

    /** Loads every key, as itself. */
    private static final class Echo implements CacheLoader<String, String> {
        @Override
        public String load(String key) {
            return key;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            Set<String> requested = new HashSet<>();
            keys.forEach(requested::add);
            return requested.stream().collect(Collectors.toMap(key -> key, key -> key));
        }
    }
}
