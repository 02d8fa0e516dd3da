package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisSentinels;
import dev.larder.redis.server.RedisServer;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers follow a master that moves, without blocking, wrong values or a restart. */
final class SentinelTest {
    private static final Duration DEADLINE = Duration.ofMillis(1_000);
    private static final String SETTINGS = "?timeout=1s&breaker-pause=200ms";

    private RedisSentinels servers;
    private CacheManager manager;

    @BeforeEach
    void start() {
        servers = RedisSentinels.start();
    }

    @AfterEach
    void close() {
        manager.close();
        servers.close();
    }

    private Cache<String, String> open() {
        manager = IncrementingJvm.manager(servers.address() + SETTINGS);
        return Workload.cache(manager, "faults");
    }

    @Test
    void master_killedUnderLoad_replicaServesWhatItHas() {
        Cache<String, String> cache = open();
        cache.put("kept", Workload.valueOf("kept", 1));
        servers.awaitReplica();
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(500));
            servers.master().kill();
            Workload.untilWorks(() -> cache.put("after", Workload.valueOf("after", 1)));
            load.untilWorks();
            load.check(DEADLINE);
        }
        assertThat(cache.get("kept")).isEqualTo(Workload.valueOf("kept", 1));
        assertThat(cache.get("after")).isEqualTo(Workload.valueOf("after", 1));
    }

    /** The former master is a replica when it resumes; no client may still write to it. */
    @Test
    void master_pausedAndReplaced_isLeftByAll() {
        Cache<String, String> cache = open();
        try (Workload load = new Workload(cache)) {
            load.run(Duration.ofMillis(300));
            servers.master().pause();
            Workload.untilWorks(() -> cache.put("after", "1"));
            servers.master().resume();
            load.run(Duration.ofMillis(1_000));
            load.check(DEADLINE);
        }
        Workload.untilWorks(() -> cache.put("after", "2"));
        assertThat(cache.get("after")).isEqualTo("2");
    }

    @Test
    void start_allSentinelsDown_worksAndRecoversByItself() {
        servers.sentinels().forEach(RedisServer::kill);
        Cache<String, String> cache = open();
        assertThat(cache.get("a")).isNull();
        assertThatThrownBy(() -> cache.put("a", "1")).isInstanceOf(CacheException.class);
        servers.sentinels().forEach(RedisServer::restart);
        Workload.untilWorks(() -> cache.put("a", "1"));
        assertThat(cache.get("a")).isEqualTo("1");
    }
}
