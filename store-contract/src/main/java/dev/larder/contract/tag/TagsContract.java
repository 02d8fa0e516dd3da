package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.LarderCache;
import dev.larder.LarderCacheManager;
import dev.larder.LarderEntry;
import dev.larder.PutOptions;
import dev.larder.contract.EventRecorder;
import dev.larder.contract.extension.Increment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.junit.jupiter.api.Test;

/** Tests that an entry with an invalidated tag is absent for every operation, and that no other entry is affected. */
abstract class TagsContract extends TagCase {
    private static final PutOptions BOOK = PutOptions.tags("book:1", "author:2");

    @Test
    void invalidateTags_ofOneTag_makesItsEntriesAbsent() {
        LarderCache<String, Integer> cache = larder();
        cache.put("a", 1, BOOK);
        cache.put("b", 2, PutOptions.tags("author:2"));
        cache.put("c", 3, PutOptions.tags("book:2"));
        cache.put("d", 4);
        cache.invalidateTags(Set.of("author:2"));
        assertThat(cache.getAll(Set.of("a", "b", "c", "d"))).isEqualTo(Map.of("c", 3, "d", 4));
    }

    @Test
    void invalidateTags_unusedTag_keepsEverything() {
        LarderCache<String, Integer> cache = larder();
        cache.put("a", 1, BOOK);
        cache.invalidateTags(Set.of("book:3"));
        cache.invalidateTags(Set.of());
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void put_afterInvalidation_isThere() {
        LarderCache<String, Integer> cache = larder();
        for (int round = 0; round < 5; round++) {
            assertThat(cache.put("a", round, BOOK)).isTrue();
            assertThat(cache.get("a")).isEqualTo(round);
            cache.invalidateTags(Set.of("book:1"));
            assertThat(cache.get("a")).isNull();
        }
    }

    @Test
    void invalidateTags_overAllCaches_reachesEach() {
        LarderCache<String, Integer> one = larder();
        LarderCache<String, Integer> other = larder();
        one.put("a", 1, BOOK);
        other.put("a", 2, BOOK);
        manager.unwrap(LarderCacheManager.class).invalidateTags(Set.of("author:2"));
        assertThat(one.get("a")).isNull();
        assertThat(other.get("a")).isNull();
    }

    @Test
    @SuppressWarnings("NullAway") // the key is present
    void deadEntry_anyOperation_findsNothing() {
        Map<String, BiConsumer<LarderCache<String, Integer>, String>> operations = new HashMap<>();
        operations.put("get", (cache, key) -> assertThat(cache.get(key)).isNull());
        operations.put("entry", (cache, key) -> assertThat(cache.entry(key)).isNull());
        operations.put(
                "getAll", (cache, key) -> assertThat(cache.getAll(Set.of(key))).isEmpty());
        operations.put("containsKey", (cache, key) -> assertThat(cache.containsKey(key))
                .isFalse());
        operations.put(
                "getAndPut", (cache, key) -> assertThat(cache.getAndPut(key, 9)).isNull());
        operations.put("putIfAbsent", (cache, key) -> assertThat(cache.putIfAbsent(key, 9))
                .isTrue());
        operations.put("remove", (cache, key) -> assertThat(cache.remove(key)).isFalse());
        operations.put(
                "removeValue", (cache, key) -> assertThat(cache.remove(key, 1)).isFalse());
        operations.put("getAndRemove", (cache, key) -> assertThat(cache.getAndRemove(key))
                .isNull());
        operations.put(
                "replace", (cache, key) -> assertThat(cache.replace(key, 9)).isFalse());
        operations.put("replaceValue", (cache, key) -> assertThat(cache.replace(key, 1, 9))
                .isFalse());
        operations.put("getAndReplace", (cache, key) -> assertThat(cache.getAndReplace(key, 9))
                .isNull());
        EntryProcessor<String, Integer, Boolean> exists = (entry, none) -> entry.exists();
        operations.put(
                "invoke", (cache, key) -> assertThat(cache.invoke(key, exists)).isFalse());
        operations.put("invokeAll", (cache, key) -> assertThat(
                        cache.invokeAll(Set.of(key), exists).values())
                .extracting(EntryProcessorResult::get)
                .containsExactly(false));
        operations.put("iterator", (cache, key) -> assertThat(cache.iterator().hasNext())
                .isFalse());
        operations.put("removeAll", (cache, key) -> cache.removeAll());
        LarderCache<String, Integer> cache = larder();
        operations.forEach((name, operation) -> {
            cache.put(name, 1, BOOK);
            cache.invalidateTags(Set.of("book:1"));
            operation.accept(cache, name);
            cache.clear();
        });
    }

    @Test
    void deadEntry_overwrittenOrRemoved_isACreationAndNoOtherEvent() {
        List<String> events = new ArrayList<>();
        LarderCache<String, Integer> cache =
                larder(tagged().addCacheEntryListenerConfiguration(EventRecorder.to(events)));
        for (String key : List.of("put", "remove", "get", "removeAll")) {
            cache.put(key, 1, BOOK.lifetime(Duration.ofHours(1)));
        }
        events.clear();
        cache.invalidateTags(Set.of("book:1"));
        cache.put("put", 2);
        cache.remove("remove");
        cache.get("get");
        cache.removeAll();
        assertThat(events).containsExactly("CREATED put=2", "REMOVED put=2");
    }

    @Test
    void deadEntry_met_isNoHit() {
        LarderCache<String, Integer> cache = larder();
        cache.put("a", 1, BOOK);
        cache.invalidateTags(Set.of("book:1"));
        cache.get("a");
        cache.getAll(Set.of("a"));
        cache.remove("a");
        var counts = dev.larder.contract.model.Statistics.of(cache.getName()).bean();
        assertThat(counts.getCacheHits()).isZero();
        assertThat(counts.getCacheMisses()).isEqualTo(2);
        assertThat(counts.getCacheRemovals()).isZero();
    }

    @Test
    void tags_manyAndStrange_areKeptApart() {
        LarderCache<String, Integer> cache = larder();
        List<String> tags = new ArrayList<>(List.of(" ", "ä€𝄞", "a b", "a:b", "a\nb", "{a}", "a*", "x".repeat(1000)));
        IntStream.range(0, 50).forEach(i -> tags.add("t" + i));
        for (int i = 0; i < tags.size(); i++) {
            cache.put("k" + i, i, PutOptions.tags(tags.get(i), "every"));
        }
        cache.put("all", 99, PutOptions.tags(Set.copyOf(tags)));
        for (int i = 0; i < tags.size(); i++) {
            cache.put("all", i, PutOptions.tags(Set.copyOf(tags)));
            cache.invalidateTags(Set.of(tags.get(i)));
            assertThat(cache.get("all")).as(tags.get(i)).isNull();
            assertThat(cache.get("k" + i)).as(tags.get(i)).isNull();
            if (i + 1 < tags.size()) {
                assertThat(tags(cache, "k" + (i + 1))).containsExactlyInAnyOrder(tags.get(i + 1), "every");
            }
        }
    }

    /** In each round one tag is invalidated, and all others stay valid. */
    @Test
    void tags_alikeInSomeEncoding_areKeptApart() {
        LarderCache<String, Integer> cache = larder();
        List<String> tags = List.of(
                "\ud800",
                "\ud801",
                "\udc00",
                "\udc00\ud800",
                "?",
                "\ufffd",
                "??",
                "\u00e9",
                "e\u0301",
                "a",
                "A",
                "%3F",
                "\\ud800");
        for (String tag : tags) {
            tags.forEach(each -> cache.put(each, 1, PutOptions.tags(each)));
            cache.invalidateTags(Set.of(tag));
            for (String each : tags) {
                assertThat(cache.get(each) == null)
                        .as("the tag at %s when that at %s was invalidated", tags.indexOf(each), tags.indexOf(tag))
                        .isEqualTo(each.equals(tag));
                assertThat(each.equals(tag) ? Set.of(each) : tags(cache, each)).containsExactly(each);
            }
        }
    }

    @Test
    void emptyTag_isRefused() {
        LarderCache<String, Integer> cache = larder();
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.tags(""));
        assertThatIllegalArgumentException().isThrownBy(() -> cache.invalidateTags(Set.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> cache.lease(Set.of("")));
    }

    @Test
    void invoke_onEntry_takesOverItsStampsAndCanBeInvalidated() {
        LarderCache<String, Integer> cache = larder(tagged().setTagger((key, value) -> Set.of("all")));
        for (int i = 0; i < 20; i++) {
            cache.invoke("k", Increment.BY_ONE);
        }
        assertThat(cache.get("k")).isEqualTo(20);
        cache.invalidateTags(Set.of("all"));
        cache.invoke("k", Increment.BY_ONE);
        assertThat(cache.get("k")).isEqualTo(1);
    }

    /** The value is invalidated while the processor computes from it. */
    @Test
    void invoke_tagInvalidatedMeanwhile_doesNotServeAValueOfTheOldOne() {
        LarderCache<String, Integer> cache = larder(tagged().setTagger((key, value) -> Set.of("all")));
        cache.put("k", 5);
        AtomicInteger calls = new AtomicInteger();
        cache.invoke("k", (entry, none) -> {
            Integer seen = entry.getValue();
            if (calls.getAndIncrement() == 0) {
                cache.invalidateTags(Set.of("all"));
            }
            entry.setValue(seen == null ? 1 : seen + 1);
            return null;
        });
        assertThat(cache.get("k")).isIn(null, 1);
    }

    @Test
    void access_thatProlongs_keepsTheTags() {
        LarderCache<String, Integer> cache = larder(tagged().setExpiryPolicyFactory(
                        javax.cache.expiry.AccessedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_DAY)));
        cache.put("a", 1, BOOK);
        clock.passMinutes(1);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.getAll(Set.of("a"))).hasSize(1);
        assertThat(tags(cache, "a")).hasSize(2);
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void entry_present_showsWhatIsKnown() {
        LarderCache<String, Integer> cache = larder();
        cache.put("a", 1, BOOK);
        LarderEntry<String, Integer> entry = Objects.requireNonNull(cache.entry("a"));
        assertThat(entry.getKey()).isEqualTo("a");
        assertThat(entry.getValue()).isEqualTo(1);
        assertThat(entry.tags()).containsExactlyInAnyOrder("book:1", "author:2");
        assertThat(entry.expiresAt()).isNull();
        assertThat(cache.entry("b")).isNull();
    }
}
