package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.contract.tag.TagOutage;
import dev.larder.redis.server.RedisCluster;
import dev.larder.redis.server.RedisServer;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see when nodes of a cluster fail and slots move. */
final class ClusterFaultsTest {
    private static final Duration DEADLINE = Duration.ofMillis(1_000);
    private static final Set<String> STAYING =
            IntStream.range(0, 200).mapToObj(i -> "s" + i).collect(Collectors.toUnmodifiableSet());

    private RedisCluster cluster;
    private CacheManager manager;

    @BeforeEach
    void start() {
        cluster = RedisCluster.start();
    }

    @AfterEach
    void close() {
        manager.close();
        cluster.close();
    }

    private Cache<String, String> open() {
        return open("200ms");
    }

    private Cache<String, String> open(String pause) {
        manager = IncrementingJvm.manager(cluster.address() + "?timeout=1s&breaker-pause=" + pause);
        return Workload.cache(manager, "faults");
    }

    private static void fill(Cache<String, String> cache) {
        cache.putAll(STAYING.stream().collect(Collectors.toMap(key -> key, key -> Workload.valueOf(key, 1))));
    }

    /** How many are there; none may be wrong. */
    private static long there(Cache<String, String> cache) {
        return STAYING.stream()
                .map(key -> {
                    String found = cache.get(key);
                    assertThat(found == null || Workload.isOf(key, found))
                            .as(key)
                            .isTrue();
                    return found;
                })
                .filter(found -> found != null)
                .count();
    }

    @Test
    void slots_movedUnderLoad_loseNothing() {
        Cache<String, String> cache = open();
        fill(cache);
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(300));
            cluster.moveSlots();
            load.run(Duration.ofMillis(300));
            load.untilWorks();
            load.check(DEADLINE);
        }
        assertThat(there(cache)).isEqualTo(STAYING.size());
        assertThat(cache.getAll(STAYING)).hasSize(STAYING.size());
    }

    @Test
    void node_killedUnderLoad_othersGoOnAndItComesBackEmpty() {
        Cache<String, String> cache = open();
        fill(cache);
        RedisServer lost = cluster.nodes().get(2);
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(300));
            lost.kill();
            load.run(Duration.ofMillis(1_000));
            assertThat(there(cache)).isBetween(STAYING.size() / 3L, STAYING.size() * 9L / 10);
            assertThat(cache.getAll(STAYING)).hasSizeBetween(STAYING.size() / 3, STAYING.size() * 9 / 10);
            lost.restart();
            cluster.awaitAll();
            load.untilWorks();
            load.run(Duration.ofMillis(300));
            load.check(DEADLINE);
        }
        Workload.untilWorks(() -> fill(cache));
        assertThat(there(cache)).isEqualTo(STAYING.size());
    }

    @Test
    void node_paused_othersGoOnWithoutDelay() {
        Cache<String, String> cache = open("5s");
        fill(cache);
        RedisServer asleep = cluster.nodes().get(1);
        try (Workload load = new Workload(cache)) {
            asleep.pause();
            load.run(Duration.ofMillis(3_000));
            long begin = System.nanoTime();
            assertThat(there(cache)).isBetween(STAYING.size() / 3L, STAYING.size() * 9L / 10);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE.multipliedBy(4));
            asleep.resume();
            cluster.awaitAll();
            load.untilWorks();
            load.check(DEADLINE);
        }
        Workload.untilWorks(() -> fill(cache));
        assertThat(there(cache)).isEqualTo(STAYING.size());
    }

    @Test
    @SuppressWarnings("unchecked")
    void invalidateTags_nodePaused_throwsOrHolds() {
        TagOutage outage = new TagOutage(open("2s").unwrap(LarderCache.class));
        int done = 0;
        for (RedisServer each : cluster.nodes().subList(0, 2)) {
            done += outage.run(each::pause, () -> {
                each.resume();
                cluster.awaitAll();
            });
        }
        assertThat(done).isPositive();
    }

    @Test
    void start_allNodesDown_worksAndRecoversByItself() {
        cluster.nodes().forEach(RedisServer::kill);
        Cache<String, String> cache = open();
        assertThat(cache.get("a")).isNull();
        assertThatThrownBy(() -> cache.put("a", "1")).isInstanceOf(CacheException.class);
        cluster.nodes().forEach(RedisServer::restart);
        cluster.awaitAll();
        Workload.untilWorks(() -> cache.put("a", "1"));
        assertThat(cache.get("a")).isEqualTo("1");
    }
}
