package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.CacheCase;
import dev.larder.spi.Backend;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a record copied to another key or another cache in the store is never returned there. */
public abstract class CopiedRecordsContract extends CacheCase {
    private Backend beside;
    private String name;
    private Cache<String, Integer> cache;

    @BeforeEach
    void fill() {
        assumeTrue(keepsBytes());
        beside = openBackend();
        name = newName();
        cache = manager.createCache(name, configuration());
        cache.put("a", 1);
        cache.put("b", 2);
    }

    @AfterEach
    void closeBackend() {
        if (beside != null) {
            beside.close();
        }
    }

    @Test
    void read_recordOfAnotherKey_isAMiss() {
        copy(name, "a", name, "b");

        assertThat(cache.get("b")).isNull();
        assertThat(cache.containsKey("b")).isFalse();
        assertThat(cache.getAll(Set.of("a", "b"))).isEqualTo(Map.of("a", 1));
        assertThat(walked()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void write_overARecordOfAnotherKey_findsNothing() {
        copy(name, "a", name, "b");

        assertThat(cache.replace("b", 3)).isFalse();
        assertThat(cache.putIfAbsent("b", 3)).isTrue();
        assertThat(cache.getAll(Set.of("a", "b"))).isEqualTo(Map.of("a", 1, "b", 3));
    }

    @Test
    void read_recordOfAnotherCache_isAMiss() {
        String otherName = newName();
        Cache<String, Integer> other = manager.createCache(otherName, configuration());
        other.put("a", 7);
        copy(name, "a", otherName, "a");

        assertThat(other.get("a")).isNull();
        assertThat(cache.get("a")).isEqualTo(1);
    }

    private Map<String, Integer> walked() {
        Map<String, Integer> entries = new HashMap<>();
        cache.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private void copy(String fromCache, String from, String toCache, String to) {
        ByteStore source = open(fromCache);
        ByteStore target = open(toCache);
        ByteEntry record = Objects.requireNonNull(source.read(key(from)));
        ByteEntry there = target.read(key(to));
        assertThat(target.exchange(key(to), there, ByteEntry.of(record.bytes().clone(), null)))
                .isSameAs(there);
        source.close();
        target.close();
    }

    private ByteStore open(String cacheName) {
        return (ByteStore) beside.open(
                new StoreSetup(cacheName, false, StoreAddress.parse(address()).settings()));
    }

    private static ByteKey key(String text) {
        return new ByteKey(text.getBytes(StandardCharsets.UTF_8));
    }
}
