package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.fault.Workload;
import dev.larder.redis.server.RedisServer;
import dev.larder.redis.server.SharedCluster;
import dev.larder.redis.server.SharedServer;
import dev.larder.redis.server.Trips;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With {@code events=cluster}, listeners receive another manager's events once. A manager stands for a JVM. */
final class ClusterEventsTest {
    private static final String EVENTS = "?timeout=10s&events=cluster";

    private final String name = "events-" + UUID.randomUUID();
    private final List<CacheManager> managers = new CopyOnWriteArrayList<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> own = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        managers.forEach(CacheManager::close);
    }

    @Test
    void changes_ofAnother_areHeardOnceInOrderWithTheirValues() {
        changesAreHeard(SharedServer.get().address());
    }

    @Test
    void changes_ofAnotherInACluster_areHeardOnceInOrderWithTheirValues() {
        changesAreHeard(SharedCluster.get().address());
    }

    private void changesAreHeard(String address) {
        Cache<Integer, String> one = cache(address + EVENTS, EternalExpiryPolicy.factoryOf());
        Cache<Integer, String> other = cache(address + EVENTS, EternalExpiryPolicy.factoryOf());
        listen(one, own);
        listen(other, received);
        one.put(1, "a");
        one.put(1, "b");
        one.replace(1, "c");
        one.invoke(1, (entry, arguments) -> {
            entry.setValue("d");
            return null;
        });
        one.getAndRemove(1);
        one.putAll(Map.of(1, "e"));
        one.removeAll(Set.of(1));
        one.putIfAbsent(1, "end");
        Workload.await(() -> received.contains("CREATED 1=end was null"));
        assertThat(received)
                .containsExactly(
                        "CREATED 1=a was null",
                        "UPDATED 1=b was a",
                        "UPDATED 1=c was b",
                        "UPDATED 1=d was c",
                        "REMOVED 1=d was d",
                        "CREATED 1=e was null",
                        "REMOVED 1=e was e",
                        "CREATED 1=end was null")
                .containsExactlyElementsOf(own);
    }

    @Test
    void expiry_metByOne_isHeardByAll() {
        String address = SharedServer.get().address() + EVENTS;
        Factory<? extends ExpiryPolicy> soon = CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MILLISECONDS, 50));
        Cache<Integer, String> one = cache(address, soon);
        Cache<Integer, String> other = cache(address, soon);
        listen(other, received);
        one.put(1, "a");
        while (one.get(1) != null) {
            Thread.onSpinWait();
        }
        Workload.await(() -> received.contains("EXPIRED 1=a was a"));
        assertThat(received).containsExactly("CREATED 1=a was null", "EXPIRED 1=a was a");
    }

    @Test
    void listener_throws_othersStillReceiveEvents() {
        String address = SharedServer.get().address() + EVENTS;
        Cache<Integer, String> one = cache(address, EternalExpiryPolicy.factoryOf());
        Cache<Integer, String> other = cache(address, EternalExpiryPolicy.factoryOf());
        CacheEntryCreatedListener<Integer, String> failing = events -> {
            throw new IllegalStateException("on purpose");
        };
        other.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<>(() -> failing, null, true, true));
        listen(other, received);
        one.put(1, "a");
        one.put(2, "b");
        Workload.await(() -> received.size() == 2);
    }

    @Test
    void server_restarted_isListenedToAgain() {
        try (RedisServer server = RedisServer.start()) {
            Cache<Integer, String> one = cache(server.address() + EVENTS, EternalExpiryPolicy.factoryOf());
            Cache<Integer, String> other = cache(server.address() + EVENTS, EternalExpiryPolicy.factoryOf());
            listen(other, received);
            server.kill();
            server.restart();
            Workload.untilWorks(() -> one.put(1, "a"));
            Workload.await(() -> {
                one.put(1, "b");
                return received.contains("UPDATED 1=b was b");
            });
        }
    }

    @Test
    void events_local_publishNothingAndCostNothing() {
        try (RedisServer server = RedisServer.start();
                Trips trips = new Trips(server)) {
            Cache<Integer, String> one = cache(server.address() + "?clock-refresh=1h", EternalExpiryPolicy.factoryOf());
            one.put(1, "a");
            assertThat(trips.commandsOf(() -> one.put(1, "b"))).isEqualTo(Map.of("set", 1L, "get", 1L, "ping", 1L));
            assertThat(trips.commandsOf(() -> one.replace(1, "b"))).doesNotContainKey("publish");
        }
    }

    @Test
    void events_neitherLocalNorCluster_isRefused() {
        assertThatThrownBy(() -> cache(SharedServer.get().address() + "?events=all", EternalExpiryPolicy.factoryOf()))
                .isInstanceOfAny(CacheException.class, IllegalArgumentException.class)
                .hasMessageContaining("events");
    }

    private Cache<Integer, String> cache(String address, Factory<? extends ExpiryPolicy> policy) {
        CacheManager manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(
                        URI.create(address),
                        new URLClassLoader(new URL[0], getClass().getClassLoader()));
        managers.add(manager);
        return manager.createCache(
                name,
                new MutableConfiguration<Integer, String>()
                        .setTypes(Integer.class, String.class)
                        .setExpiryPolicyFactory(policy));
    }

    private static void listen(Cache<Integer, String> cache, Queue<String> received) {
        Recorder recorder = new Recorder(received);
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<>(() -> recorder, null, true, true));
    }

    private record Recorder(Queue<String> heard)
            implements CacheEntryCreatedListener<Integer, String>,
                    CacheEntryUpdatedListener<Integer, String>,
                    CacheEntryRemovedListener<Integer, String>,
                    CacheEntryExpiredListener<Integer, String> {
        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends Integer, ? extends String>> events) {
            note(events);
        }

        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends Integer, ? extends String>> events) {
            note(events);
        }

        @Override
        public void onRemoved(Iterable<CacheEntryEvent<? extends Integer, ? extends String>> events) {
            note(events);
        }

        @Override
        public void onExpired(Iterable<CacheEntryEvent<? extends Integer, ? extends String>> events) {
            note(events);
        }

        private void note(Iterable<CacheEntryEvent<? extends Integer, ? extends String>> events) {
            events.forEach(event -> heard.add(event.getEventType() + " " + event.getKey() + "=" + event.getValue()
                    + " was " + event.getOldValue()));
        }
    }
}
