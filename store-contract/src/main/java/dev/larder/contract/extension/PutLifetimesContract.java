package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.cache.KeepingPolicy;
import dev.larder.contract.tag.TagCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.junit.jupiter.api.Test;

/** Tests that a value's own lifetime, given at the put or by a function, takes precedence over the policy. */
public abstract class PutLifetimesContract extends TagCase {
    private static final PutOptions BOOK = PutOptions.tags("book:1", "author:2");

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
    void lifetime_toTheEndOfTime_neitherFailsNorExpires() {
        LarderCache<String, Integer> cache = larder(tagged().setSetting("grace", "36500d"));
        long left = Long.MAX_VALUE - System.currentTimeMillis();
        for (Duration span : List.of(
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofMillis(Long.MAX_VALUE - 1_000),
                Duration.ofMillis(left - 60_000),
                Duration.ofMillis(left - Duration.ofDays(36_500).toMillis()))) {
            cache.put("a", 1, PutOptions.NONE.lifetime(span));
            cache.put("b", 1, BOOK.lifetime(span));
            assertThat(cache.getAll(Set.of("a", "b"))).as("%s", span).containsOnlyKeys("a", "b");
            assertThat(cache.replace("b", 1, 2)).as("%s", span).isTrue();
            assertThat(cache.get("b")).as("%s", span).isEqualTo(2);
        }
    }

    @Test
    void lifetime_atPutOverAnother_isTheNewOne() {
        LarderCache<String, Integer> cache = larder(tagged().setExpiryPolicyFactory(
                        () -> (ExpiryPolicy) new KeepingPolicy(javax.cache.expiry.Duration.ONE_DAY)));
        cache.put("a", 1);
        cache.put("a", 2, PutOptions.NONE.lifetime(Duration.ofMinutes(10)));
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        cache.put("a", 3, BOOK);
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
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
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        cache.putAll(Map.of("a", 20, "b", 30));
        assertThat(remaining(cache, "a")).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
        assertThat(remaining(cache, "b")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
    }

    private Duration remaining(LarderCache<String, Integer> cache, String key) {
        return Duration.between(
                java.time.Instant.now(),
                Objects.requireNonNull(Objects.requireNonNull(cache.entry(key)).expiresAt()));
    }
}
