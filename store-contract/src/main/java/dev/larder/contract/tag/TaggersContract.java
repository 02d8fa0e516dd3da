package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.Taggers;
import dev.larder.contract.UserCodeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;

/** Tests that an entry has the tags that the tagger gives for its value, in whatever way it is stored. */
abstract class TaggersContract extends TagCase {
    private static final PutOptions BOOK = PutOptions.tags("book:1", "author:2");

    @Test
    void tagger_everyWayToStore_tagsTheEntry() {
        Map<String, BiConsumer<LarderCache<String, Integer>, String>> ways = new HashMap<>();
        ways.put("put", (cache, key) -> cache.put(key, 5));
        ways.put("putAll", (cache, key) -> cache.putAll(Map.of(key, 5)));
        ways.put("getAndPut", (cache, key) -> cache.getAndPut(key, 5));
        ways.put("putIfAbsent", (cache, key) -> cache.putIfAbsent(key, 5));
        ways.put("replace", (cache, key) -> {
            cache.put(key, 4);
            cache.replace(key, 5);
        });
        ways.put("replaceValue", (cache, key) -> {
            cache.put(key, 4);
            cache.replace(key, 4, 5);
        });
        ways.put(
                "invoke",
                (cache, key) -> cache.invoke(key, (entry, none) -> {
                    entry.setValue(5);
                    return null;
                }));
        ways.forEach((name, way) -> {
            LarderCache<String, Integer> cache = larder(byValue());
            way.accept(cache, "k");
            assertThat(tags(cache, "k")).as(name).containsExactlyInAnyOrder("n:5", "all");
            cache.invalidateTags(Set.of("n:4"));
            assertThat(cache.get("k")).as(name).isEqualTo(5);
            cache.invalidateTags(Set.of("n:5"));
            assertThat(cache.get("k")).as(name).isNull();
        });
    }

    @Test
    void tagger_andOptions_giveTheUnion() {
        LarderCache<String, Integer> cache = larder(byValue());
        cache.put("a", 1, BOOK);
        assertThat(tags(cache, "a")).containsExactlyInAnyOrder("n:1", "all", "book:1", "author:2");
        cache.put("a", 2);
        assertThat(tags(cache, "a")).containsExactlyInAnyOrder("n:2", "all");
    }

    @Test
    @SuppressWarnings("NullAway") // wrong results are what is tested
    void tagger_givingNoTag_isNamed() {
        Set<String> nothing = new HashSet<>();
        nothing.add(null);
        for (Set<String> given : Arrays.asList(null, Set.of(""), nothing)) {
            LarderCache<String, Integer> cache = larder(tagged().setTagger((key, value) -> given));
            assertThatThrownBy(() -> cache.put("k", 1))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(cache.getName())
                    .hasMessageContaining("the tagger gave key 'k'");
            assertThat(cache.containsKey("k")).isFalse();
        }
    }

    @Test
    void tagger_failing_leavesTheCacheAsItIs() {
        AtomicInteger calls = new AtomicInteger();
        LarderCache<String, Integer> cache = larder(tagged().setTagger((key, value) -> {
            if (calls.incrementAndGet() > 1) {
                throw new UserCodeException();
            }
            return Set.of("a");
        }));
        cache.put("k", 1);
        assertThatThrownBy(() -> cache.put("k", 2))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'k'");
        assertThat(cache.get("k")).isEqualTo(1);
    }

    @Test
    void invalidatePrefix_takesTheKeysBelowIt() {
        LarderCache<String, Integer> cache = larder(tagged().setTagger(Taggers.prefixes(':')));
        cache.putAll(Map.of("shop:de:1", 1, "shop:de", 2, "shop:fr:1", 3, "shopping:1", 4, "other", 5));
        cache.invalidatePrefix("shop:de");
        assertThat(cache).extracting(Cache.Entry::getValue).containsExactlyInAnyOrder(2, 3, 4, 5);
        cache.invalidatePrefix("shop");
        assertThat(cache).extracting(Cache.Entry::getValue).containsExactlyInAnyOrder(4, 5);
    }
}
