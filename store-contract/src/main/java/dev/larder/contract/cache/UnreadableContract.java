package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.LarderConfiguration;
import dev.larder.contract.CacheCase;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests entries that this JVM cannot read: they are absent, and a removal removes them. */
public abstract class UnreadableContract extends CacheCase {
    private static final Fragile NEW = new Fragile(100);
    private static volatile boolean unreadable;

    @BeforeEach
    final void needsBytes() {
        assumeTrue(keepsBytes(), "what is kept as objects can always be read");
    }

    @AfterEach
    final void makeReadable() {
        unreadable = false;
    }

    /** A class of which this JVM can create no instance with an odd number, once {@code unreadable} is set. */
    record Fragile(int number) {
        Fragile {
            if (unreadable && number % 2 == 1) {
                throw new IllegalStateException("no odd one here");
            }
        }
    }

    private static LarderConfiguration<String, Fragile> values() {
        return new LarderConfiguration<String, Fragile>().setTypes(String.class, Fragile.class);
    }

    private Cache<String, Fragile> valuesInCache() {
        Cache<String, Fragile> cache = cache(values());
        fill(cache);
        return cache;
    }

    private static void fill(Cache<String, Fragile> cache) {
        for (int i = 0; i < 10; i++) {
            cache.put("k" + i, new Fragile(i));
        }
        unreadable = true;
    }

    private static void assertEmpty(Cache<?, ?> cache) {
        unreadable = false;
        assertThat(cache).isEmpty();
    }

    @Test
    void read_unreadableValue_isAMiss() {
        Cache<String, Fragile> cache = valuesInCache();
        assertThat(cache).hasSize(5);
        assertThat(cache.get("k1")).isNull();
        assertThat(cache.containsKey("k1")).isFalse();
        assertThat(cache.getAll(Set.of("k2", "k3"))).containsOnlyKeys("k2");
    }

    @Test
    void removeAll_unreadableValues_removesThem() {
        Cache<String, Fragile> cache = valuesInCache();
        cache.removeAll();
        assertEmpty(cache);
    }

    @Test
    void removeAll_unreadableValues_deletesThemThroughTheWriter() {
        Set<Object> deleted = ConcurrentHashMap.newKeySet();
        Cache<String, Fragile> cache = cache(values().setCacheWriterFactory(() -> new Deletions(deleted)));
        Cache<String, Fragile> through =
                cache(values().setWriteThrough(true).setCacheWriterFactory(() -> new Deletions(deleted)));
        fill(cache);
        unreadable = false;
        fill(through);
        cache.removeAll();
        assertThat(deleted).isEmpty();
        through.removeAll();
        assertThat(deleted).hasSize(10);
        assertEmpty(through);
    }

    @Test
    void removeAll_unreadableKeys_removesThem() {
        Cache<Fragile, String> cache =
                cache(new LarderConfiguration<Fragile, String>().setTypes(Fragile.class, String.class));
        for (int i = 0; i < 10; i++) {
            cache.put(new Fragile(i), "text");
        }
        unreadable = true;
        assertThat(cache).hasSize(5);
        cache.removeAll();
        assertEmpty(cache);
    }

    @Test
    void removeAllOfKeys_unreadableValues_removesThem() {
        Cache<String, Fragile> cache = valuesInCache();
        cache.removeAll(Set.of("k0", "k1", "k3", "none"));
        unreadable = false;
        assertThat(cache.getAll(Set.of("k0", "k1", "k2", "k3", "k5"))).containsOnlyKeys("k2", "k5");
    }

    @Test
    void remove_unreadableValue_removesItAndGivesNothing() {
        Cache<String, Fragile> cache = valuesInCache();
        assertThat(cache.remove("k1")).isFalse();
        assertThat(cache.getAndRemove("k3")).isNull();
        unreadable = false;
        assertThat(cache.getAll(Set.of("k1", "k3", "k5"))).containsOnlyKeys("k5");
    }

    @Test
    void write_overAnUnreadableValue_replacesIt() {
        Cache<String, Fragile> cache = valuesInCache();
        assertThat(cache.getAndPut("k1", NEW)).isNull();
        assertThat(cache.putIfAbsent("k3", NEW)).isTrue();
        assertThat(cache.replace("k5", NEW)).isFalse();
        unreadable = false;
        assertThat(cache.getAll(Set.of("k1", "k3"))).isEqualTo(Map.of("k1", NEW, "k3", NEW));
    }

    @Test
    void clear_unreadableValues_removesThem() {
        Cache<String, Fragile> cache = valuesInCache();
        cache.clear();
        assertEmpty(cache);
    }

    /** Records what is deleted. */
    private record Deletions(Set<Object> deleted) implements CacheWriter<String, Fragile> {
        @Override
        public void write(Cache.Entry<? extends String, ? extends Fragile> entry) {}

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends Fragile>> entries) {
            entries.clear();
        }

        @Override
        public void delete(Object key) {
            deleted.add(key);
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            deleted.addAll(keys);
            keys.clear();
        }
    }
}
