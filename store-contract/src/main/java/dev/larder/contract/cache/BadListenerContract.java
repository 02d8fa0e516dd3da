package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import dev.larder.contract.UserCodeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests listeners and filters that throw: the operation has taken place, and the caller gets the exception. */
public abstract class BadListenerContract extends CacheCase {
    private final AtomicInteger delivered = new AtomicInteger();
    private final CacheEntryCreatedListener<String, Integer> counts = events -> delivered.incrementAndGet();
    private final CacheEntryCreatedListener<String, Integer> fails = events -> {
        throw new UserCodeException();
    };

    @Test
    void put_listenerThrows_saysSoAndIsStored() {
        Cache<String, Integer> cache = listening(fails, null, true);
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("a")
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void put_listenerThrows_othersAreNotified() {
        Cache<String, Integer> cache = listening(fails, null, true);
        cache.registerCacheEntryListener(configuration(counts, null, true));
        assertThatThrownBy(() -> cache.put("a", 1)).isInstanceOf(CacheEntryListenerException.class);
        assertThat(delivered).hasValue(1);
    }

    @Test
    void putAll_listenerThrows_allAreStored() {
        Cache<String, Integer> cache = listening(fails, null, true);
        assertThatThrownBy(() -> cache.putAll(Map.of("a", 1, "b", 2))).isInstanceOf(CacheEntryListenerException.class);
        assertThat(cache.getAll(Set.of("a", "b"))).hasSize(2);
    }

    @Test
    void put_listenerThrowsTheStandardsException_thatIsIt() {
        CacheEntryListenerException own = new CacheEntryListenerException("own");
        Cache<String, Integer> cache = listening(
                events -> {
                    throw own;
                },
                null,
                true);
        assertThatThrownBy(() -> cache.put("a", 1)).isSameAs(own);
    }

    @Test
    void put_filterThrows_saysSoAndIsStored() {
        CacheEntryEventFilter<String, Integer> filter = event -> {
            throw new UserCodeException();
        };
        Cache<String, Integer> cache = listening(counts, () -> filter, true);
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(delivered).hasValue(0);
    }

    @Test
    void put_asynchronousListenerThrows_callerHearsNothingAndTheNextEventComes() {
        AtomicInteger calls = new AtomicInteger();
        Cache<String, Integer> cache = listening(
                events -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new UserCodeException();
                    }
                    delivered.incrementAndGet();
                },
                null,
                false);
        assertThatCode(() -> cache.putAll(Map.of("a", 1, "b", 2))).doesNotThrowAnyException();
        assertThat(Eventually.is(Duration.ofSeconds(10), () -> delivered.get() == 1))
                .isTrue();
    }

    @Test
    void put_listenerThrowsError_callerGetsItAndOthersAreNotified() {
        AssertionError own = new AssertionError("own");
        Cache<String, Integer> cache = listening(
                events -> {
                    throw own;
                },
                null,
                true);
        cache.registerCacheEntryListener(configuration(counts, null, true));
        assertThatThrownBy(() -> cache.put("a", 1)).isSameAs(own);
        assertThat(delivered).hasValue(1);
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void put_asynchronousListenerThrowsAnError_theNextEventComes() {
        AtomicInteger calls = new AtomicInteger();
        Cache<String, Integer> cache = listening(
                events -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new AssertionError("own");
                    }
                    delivered.incrementAndGet();
                },
                null,
                false);
        cache.put("a", 1);
        assertThat(Eventually.is(Duration.ofSeconds(10), () -> calls.get() == 1))
                .isTrue();
        cache.put("b", 2);
        assertThat(Eventually.is(Duration.ofSeconds(10), () -> delivered.get() == 1))
                .isTrue();
    }

    @Test
    void put_listenerDeregistered_isNotNotified() {
        MutableCacheEntryListenerConfiguration<String, Integer> configuration = configuration(fails, null, true);
        Cache<String, Integer> cache = cache();
        cache.registerCacheEntryListener(configuration);
        cache.deregisterCacheEntryListener(configuration);
        assertThatCode(() -> cache.put("a", 1)).doesNotThrowAnyException();
    }

    private Cache<String, Integer> listening(
            CacheEntryCreatedListener<String, Integer> listener,
            @Nullable Factory<CacheEntryEventFilter<String, Integer>> filter,
            boolean sync) {
        return cache(configuration().addCacheEntryListenerConfiguration(configuration(listener, filter, sync)));
    }

    private static MutableCacheEntryListenerConfiguration<String, Integer> configuration(
            CacheEntryCreatedListener<String, Integer> listener,
            @Nullable Factory<CacheEntryEventFilter<String, Integer>> filter,
            boolean sync) {
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, filter, false, sync);
    }
}
