package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.LarderEntry;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests entries after their expiry: which calls still return them, and which make them live again. A lifetime is a
 * minute of the test's clock. If the store has its own clock, it is 300 milliseconds; no test depends on finishing
 * within it.
 */
@Timeout(120)
@SuppressWarnings("NullAway")
public // entries that are surely present are dereferenced
abstract class GraceContract extends CacheCase {
    private static final Duration LONG = Duration.ofHours(1);
    private static final PutOptions PLAIN = PutOptions.NONE;

    private boolean isClockOurs;
    private Duration brief = Duration.ZERO;
    private volatile boolean failing;

    @BeforeEach
    void chooseTimes() {
        isClockOurs = usesManagerClock();
        brief = isClockOurs ? Duration.ofMinutes(1) : Duration.ofMillis(300);
    }

    /** Lets this many brief lifetimes pass. */
    private void pass(int lifetimes) {
        if (isClockOurs) {
            clock.passMinutes(lifetimes);
        } else {
            Instant end = Instant.now().plus(brief.multipliedBy(lifetimes)).plusMillis(100);
            assertThat(Eventually.is(Duration.ofSeconds(60), () -> Instant.now().isAfter(end)))
                    .isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private LarderCache<String, Integer> cache(
            LarderConfiguration<String, Integer> configuration, Duration lifetime, Duration grace) {
        return super.cache(configuration
                        .setSetting("grace", grace.toMillis() + "ms")
                        .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(
                                new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, lifetime.toMillis()))))
                .unwrap(LarderCache.class);
    }

    /** Opens a cache whose entries live long, with an equally long grace. */
    private LarderCache<String, Integer> keeping() {
        return cache(new LarderConfiguration<>(configuration()), LONG, LONG);
    }

    private PutOptions briefly() {
        return PLAIN.lifetime(brief);
    }

    @Test
    void expired_isAbsentToAllButGetStale() {
        LarderCache<String, Integer> cache = keeping();
        cache.put("k", 1, briefly());
        pass(1);
        assertThat(cache.get("k")).isNull();
        assertThat(cache.containsKey("k")).isFalse();
        assertThat(cache.getAll(Set.of("k"))).isEmpty();
        assertThat(cache).isEmpty();
        assertThat(cache.replace("k", 2)).isFalse();
        assertThat(cache.remove("k", 1)).isFalse();
        LarderEntry<String, Integer> stale = cache.getStale("k");
        assertThat(stale.getValue()).isEqualTo(1);
        assertThat(stale.expiresAt())
                .isBeforeOrEqualTo(isClockOurs ? Instant.ofEpochMilli(clock.millis()) : Instant.now());
    }

    @Test
    void getStale_freshOrNeverThere_givesItOrNothing() {
        LarderCache<String, Integer> cache = keeping();
        cache.put("k", 1);
        assertThat(cache.getStale("k").getValue()).isEqualTo(1);
        assertThat(cache.getStale("never")).isNull();
    }

    @Test
    void getStale_pastItsGrace_givesNothing() {
        LarderCache<String, Integer> cache = cache(new LarderConfiguration<>(configuration()), LONG, brief);
        cache.put("k", 1, briefly());
        pass(2);
        assertThat(cache.getStale("k")).isNull();
        assertThat(cache.extend("k", 1)).isFalse();
    }

    @Test
    void getStale_tagInvalidated_givesNothing() {
        LarderCache<String, Integer> cache = keeping();
        try {
            cache.put("k", 1, PutOptions.tags("t").lifetime(brief));
        } catch (UnsupportedOperationException noTags) {
            abort("this store knows no tags");
        }
        pass(1);
        assertThat(cache.getStale("k").tags()).containsExactly("t");
        cache.invalidateTags(Set.of("t"));
        assertThat(cache.getStale("k")).isNull();
        assertThat(cache.extend("k", 1)).isFalse();
    }

    @Test
    void write_overStale_isACreation() {
        LarderCache<String, Integer> cache = keeping();
        cache.put("k", 1, briefly());
        pass(1);
        assertThat(cache.putIfAbsent("k", 2)).isTrue();
        assertThat(cache.get("k")).isEqualTo(2);
    }

    @Test
    void extend_sameValue_livesAgain() {
        LarderCache<String, Integer> cache = keeping();
        cache.put("k", 1, briefly());
        pass(1);
        assertThat(cache.extend("k", 2)).isFalse();
        assertThat(cache.get("k")).isNull();
        assertThat(cache.extend("k", 1)).isTrue();
        assertThat(cache.get("k")).isEqualTo(1);
    }

    @Test
    void loader_failsInTheGrace_staleIsServed() {
        LarderCache<String, Integer> cache = cache(reading(), brief, LONG);
        assertThat(cache.get("abc")).isEqualTo(3);
        failing = true;
        pass(1);
        assertThat(cache.get("abc")).isEqualTo(3);
        assertThat(cache.getOrLoad("abc", new Lengths()::load)).isEqualTo(3);
        assertThat(cache.getStale("abc")).isNotNull();
    }

    @Test
    void loader_failsPastTheGrace_saysSo() {
        LarderCache<String, Integer> cache = cache(reading(), brief, brief);
        assertThat(cache.get("abc")).isEqualTo(3);
        failing = true;
        pass(2);
        assertThatThrownBy(() -> cache.get("abc")).isInstanceOf(CacheLoaderException.class);
        failing = false;
        assertThat(cache.get("abc")).isEqualTo(3);
    }

    @Test
    void validator_entryIsRead_staysUntilTheNextWrite() {
        LarderCache<String, Integer> cache = keeping();
        cache.put("k", 1, briefly().validator("W/\"é1\""));
        pass(1);
        assertThat(cache.getStale("k").validator()).isEqualTo("W/\"é1\"");
        assertThat(cache.extend("k", 1)).isTrue();
        assertThat(cache.entry("k").validator()).isEqualTo("W/\"é1\"");
        assertThat(cache.entry("k").getValue()).isEqualTo(1);
        for (Cache.Entry<String, Integer> each : cache) {
            assertThat(each.unwrap(LarderEntry.class).validator()).isEqualTo("W/\"é1\"");
        }
        cache.put("k", 1);
        assertThat(cache.entry("k").validator()).isNull();
    }

    @Test
    void validator_withTagsAndALongKey_isReadBack() {
        LarderCache<String, Integer> cache = keeping();
        String key = "k".repeat(2_000);
        cache.put(key, 1, PLAIN.validator(""));
        assertThat(cache.entry(key).validator()).isEmpty();
        assertThat(cache.get(key)).isEqualTo(1);
        try {
            cache.put(key, 2, PutOptions.tags("t", "u").validator("v\ud800".repeat(300)));
        } catch (UnsupportedOperationException noTags) {
            abort("this store knows no tags");
        }
        LarderEntry<String, Integer> entry = cache.entry(key);
        assertThat(entry.validator()).isEqualTo("v\ud800".repeat(300));
        assertThat(entry.tags()).containsExactlyInAnyOrder("t", "u");
        assertThat(entry.getValue()).isEqualTo(2);
        assertThat(cache).extracting(Cache.Entry::getKey).containsExactly(key);
        cache.invalidateTags(Set.of("u"));
        assertThat(cache.get(key)).isNull();
    }

    @Test
    void validator_ofWhatIsLoaded_isStored() {
        LarderCache<String, Integer> cache = keeping();
        assertThat(cache.getOrLoad("abc", String::length, PLAIN.validator("e"))).isEqualTo(3);
        assertThat(cache.entry("abc").validator()).isEqualTo("e");
    }

    private LarderConfiguration<String, Integer> reading() {
        return new LarderConfiguration<>(configuration()).setReadThrough(true).setCacheLoaderFactory(Lengths::new);
    }

    /** Loads the length of a key. */
    private final class Lengths implements CacheLoader<String, Integer> {
        @Override
        public Integer load(String key) {
            if (failing) {
                throw new IllegalStateException("database down");
            }
            return key.length();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }
}
