package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.contract.tag.TagOutage;
import dev.larder.memcached.connection.HashRing;
import dev.larder.memcached.connection.ServerAddress;
import dev.larder.memcached.entry.Keyspace;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.memcached.server.ThreeServers;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One of three servers fails: the others serve on, and its old data is never served again. */
final class ThreeServersTest {
    private static final int EACH = 100;
    private static final int MANY = 3 * EACH;
    private static final int VICTIM = 1;
    private static final String CACHE = "shared";
    private static final String SETTINGS = "?timeout=500ms&breaker-pause=100ms&breaker-failures=1";

    private final ThreeServers servers = ThreeServers.start();
    private final MemcachedServer victim = servers.at(VICTIM);
    private final List<ByteKey> keys = keys();
    private final Opened one = new Opened(servers.address() + SETTINGS, CACHE);
    private final Opened other = new Opened(servers.address() + SETTINGS, CACHE);

    @AfterEach
    void close() {
        one.close();
        other.close();
        servers.close();
    }

    @Test
    void entries_ofOneCache_lieOnAllServers() {
        fill(one, "1");
        for (MemcachedServer each : servers.all()) {
            // And the stamp.
            assertThat(each.statistics().get("curr_items")).isEqualTo(EACH + 1);
        }
    }

    @Test
    void killed_itsKeysAreMisses_othersServeOn() {
        fill(one, "1");
        victim.kill();
        assertThat(found(one)).isEqualTo(MANY - EACH);
        assertThat(found(other)).isEqualTo(MANY - EACH);
        ByteKey alive = keys.get(MANY - 1);
        one.store.put(alive, entry("2", Stored.ETERNAL));
        assertThat(text(other.store.read(alive))).isEqualTo("2");
        ByteKey dead = keys.get(0);
        assertThatThrownBy(() -> one.store.put(dead, entry("2", Stored.ETERNAL)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(victim.host());
    }

    @Test
    void killed_putAll_writesWhatItCanAndThrows() {
        fill(one, "1");
        victim.kill();
        assertThatThrownBy(() -> fill(one, "2"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(CACHE);
        assertThat(one.store.readAll(keys).stream().filter(each -> "2".equals(text(each))))
                .hasSize(MANY - EACH);
    }

    @Test
    void killed_iteration_throwsRatherThanLeaveSomeOut() {
        fill(one, "1");
        victim.kill();
        assertThatThrownBy(() -> one.store.iterator().hasNext())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(victim.host());
    }

    @Test
    void restarted_isEmptyAndTakesEntriesAgain() {
        fill(one, "1");
        victim.kill();
        assertThat(found(one)).isEqualTo(MANY - EACH);
        victim.restart();
        Workload.untilWorks(() -> fill(one, "2"));
        assertThat(found(one)).isEqualTo(MANY);
        assertThat(found(other)).isEqualTo(MANY);
    }

    @Test
    void pausedDuringAClear_nothingOfBeforeIsEverCurrentAgain() {
        fill(one, "old");
        assertThat(found(other)).isEqualTo(MANY);
        victim.pause();
        assertThatThrownBy(() -> one.store.clear())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(CACHE);
        assertThat(found(one)).isZero();
        assertThat(found(other)).isZero();
        victim.resume();
        awaitAnswers();
        assertThat(found(one)).isZero();
        assertThat(found(other)).isZero();
        fill(other, "new");
        assertThat(one.store.readAll(keys))
                .allSatisfy(each -> assertThat(text(each)).isEqualTo("new"));
    }

    /** What was sent to the paused server may yet be carried out: here nothing was, its breaker was open. */
    @Test
    void pausedDuringAClear_unsent_nothingOfBeforeIsEverCurrentAgain() {
        fill(one, "old");
        assertThat(found(other)).isEqualTo(MANY);
        victim.pause();
        assertThat(found(one)).isEqualTo(MANY - EACH);
        assertThatThrownBy(() -> one.store.clear()).isInstanceOf(CacheException.class);
        victim.resume();
        awaitAnswers();
        assertThat(found(other)).isZero();
        assertThat(found(one)).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void pausedDuringInvalidations_eachThrowsOrHolds() {
        try (CacheManager manager = IncrementingJvm.manager(servers.address() + SETTINGS)) {
            Cache<String, String> cache = Workload.cache(manager, "tagged");
            TagOutage outage = new TagOutage(cache.unwrap(LarderCache.class));
            assertThat(servers.all().stream().mapToInt(each -> outage.run(each::pause, each::resume)))
                    .anyMatch(done -> done > 0);
        }
    }

    @Test
    void pausedAndResumed_unchangedMeanwhile_servesOn() {
        fill(one, "1");
        victim.pause();
        assertThat(found(one)).isEqualTo(MANY - EACH);
        victim.resume();
        awaitAnswers();
        assertThat(found(one)).isEqualTo(MANY);
    }

    @Test
    void pause_underLoad_othersKeepTheirPace() {
        try (CacheManager manager = IncrementingJvm.manager(servers.address() + "?timeout=500ms&breaker-pause=200ms")) {
            Cache<String, String> cache = Workload.cache(manager, "load");
            try (Workload load = new Workload(cache)) {
                load.run(Duration.ofMillis(500));
                victim.pause();
                load.run(Duration.ofMillis(1_000));
                load.untilWorks();
                victim.resume();
                load.run(Duration.ofMillis(1_000));
                load.check(Duration.ofMillis(1_000));
            }
        }
    }

    /** As many on each server; the victim's come first, so that what it answers is looked at before the others' answers. */
    private List<ByteKey> keys() {
        HashRing hashRing = HashRing.of(servers.all().stream()
                .map(each -> new ServerAddress("127.0.0.1", each.port(), 1))
                .toList());
        Keyspace places = new Keyspace("larder:", CACHE);
        return IntStream.of(VICTIM, 0, 2)
                .boxed()
                .flatMap(owner -> Stream.iterate(0, i -> i + 1)
                        .map(i -> key("k" + i))
                        .filter(key -> hashRing.ownerOf(places.entryKey(key)) == owner)
                        .limit(EACH))
                .toList();
    }

    private void fill(Opened by, String text) {
        Map<ByteKey, ByteEntry> entries = new HashMap<>();
        keys.forEach(key -> entries.put(key, entry(text, Stored.ETERNAL)));
        by.store.putAll(entries);
    }

    private long found(Opened by) {
        return by.store.readAll(keys).stream().filter(Objects::nonNull).count();
    }

    /** Until all servers answer both, by a cache that has nothing to do with this one. */
    private void awaitAnswers() {
        Map<ByteKey, ByteEntry> probes = new HashMap<>();
        keys.forEach(key -> probes.put(key, entry("probe", Stored.ETERNAL)));
        List.of(one, other)
                .forEach(each -> Workload.untilWorks(() -> each.open("probe").putAll(probes)));
    }
}
