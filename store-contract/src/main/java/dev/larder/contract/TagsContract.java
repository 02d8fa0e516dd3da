package dev.larder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderCacheManager;
import dev.larder.LarderEntry;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.Taggers;
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
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.junit.jupiter.api.Test;

/** Is an entry whose tag was invalidated absent, to everybody and every operation, and nothing else? */
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
    void invalidateTags_ofATagNobodyBears_leavesEverything() {
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
    @SuppressWarnings("NullAway") // the key is there
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
        LarderCache<String, Integer> cache = larder(tagged().addCacheEntryListenerConfiguration(Listening.to(events)));
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
    void tagger_failing_leavesTheCacheAsItIs() {
        AtomicInteger calls = new AtomicInteger();
        LarderCache<String, Integer> cache = larder(tagged().setTagger((key, value) -> {
            if (calls.incrementAndGet() > 1) {
                throw new Failing();
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

    @Test
    void emptyTag_isRefused() {
        LarderCache<String, Integer> cache = larder();
        assertThatIllegalArgumentException().isThrownBy(() -> PutOptions.tags(""));
        assertThatIllegalArgumentException().isThrownBy(() -> cache.invalidateTags(Set.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> cache.lease(Set.of("")));
    }

    @Test
    void lease_tagMovesBeforeThePut_valueIsNeverServed() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of("book:1"));
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, lease)).isFalse();
        assertThat(cache.get("a")).isNull();
        assertThat(cache.put("a", 2, cache.lease(Set.of("book:1")))).isTrue();
        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void lease_anotherTagMoves_valueIsServed() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of("book:1"));
        cache.invalidateTags(Set.of("book:2"));
        assertThat(cache.put("a", 1, lease)).isTrue();
        assertThat(tags(cache, "a")).containsExactly("book:1");
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void lease_tagKnownOnlyAfterwards_counts() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of());
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, BOOK.lease(lease))).isFalse();
        assertThat(cache.get("a")).isNull();
        Lease later = cache.lease(Set.of());
        assertThat(cache.put("a", 1, BOOK.lease(later))).isTrue();
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void lease_overtaken_leavesWhatIsThere() {
        LarderCache<String, Integer> cache = larder(tagged());
        cache.put("a", 7);
        Lease lease = cache.lease(Set.of());
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, BOOK.lease(lease))).isFalse();
        assertThat(cache.get("a")).isEqualTo(7);
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

    /** The processor counts on from a value that is invalidated under its hands. */
    @Test
    void invoke_tagMovesMeanwhile_whatWasMadeOfTheOldValueIsNotServed() {
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
    void lifetime_atPut_outrulesThePolicy() {
        LarderCache<String, Integer> cache = larder(
                tagged().setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_DAY)));
        cache.put("a", 1, PutOptions.NONE.lifetime(Duration.ofMinutes(10)));
        cache.put("b", 1, BOOK.lifetime(Duration.ofMinutes(10)));
        cache.put("none", 1, PutOptions.NONE.lifetime(Duration.ZERO));
        cache.put("plain", 1, PutOptions.NONE);
        Duration day = remaining(cache, "plain");
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(remaining(cache, "b")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(day).isGreaterThan(Duration.ofHours(23));
        assertThat(cache.containsKey("none")).isFalse();
    }

    @Test
    void lifetime_atPutOverAnother_isTheNewOne() {
        LarderCache<String, Integer> cache = larder(tagged().setExpiryPolicyFactory(
                        () -> (ExpiryPolicy) new KeepingPolicy(javax.cache.expiry.Duration.ONE_DAY)));
        cache.put("a", 1);
        cache.put("a", 2, PutOptions.NONE.lifetime(Duration.ofMinutes(10)));
        assertThat(remaining(cache, "a")).isLessThanOrEqualTo(Duration.ofMinutes(10));
        cache.put("a", 3, BOOK);
        assertThat(remaining(cache, "a")).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(tags(cache, "a")).hasSize(2);
    }

    @Test
    void lifetime_asAFunction_decidesAtEachWrite() {
        LarderCache<String, Integer> cache = larder(
                tagged().setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_DAY))
                        .setLifetime((key, value) -> value == 0 ? null : Duration.ofMinutes(value)));
        cache.put("a", 0);
        assertThat(remaining(cache, "a")).isGreaterThan(Duration.ofHours(23));
        cache.replace("a", 10);
        assertThat(remaining(cache, "a")).isLessThanOrEqualTo(Duration.ofMinutes(10));
        cache.putAll(Map.of("a", 20, "b", 30));
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        assertThat(remaining(cache, "b")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
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
    void entry_ofOneThere_tellsWhatIsKnown() {
        LarderCache<String, Integer> cache = larder();
        cache.put("a", 1, BOOK);
        LarderEntry<String, Integer> entry = Objects.requireNonNull(cache.entry("a"));
        assertThat(entry.getKey()).isEqualTo("a");
        assertThat(entry.getValue()).isEqualTo(1);
        assertThat(entry.tags()).containsExactlyInAnyOrder("book:1", "author:2");
        assertThat(entry.expiresAt()).isNull();
        assertThat(cache.entry("b")).isNull();
    }

    private static Set<String> tags(LarderCache<String, Integer> cache, String key) {
        return Objects.requireNonNull(cache.entry(key)).tags();
    }

    private Duration remaining(LarderCache<String, Integer> cache, String key) {
        return Duration.between(
                java.time.Instant.now(),
                Objects.requireNonNull(Objects.requireNonNull(cache.entry(key)).expiresAt()));
    }
}
