package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.ThreadDump;
import dev.larder.contract.extension.Increment;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests user code that calls the cache by which it is called. */
@Timeout(120)
public abstract class ReentryContract extends CacheCase {
    private static final int ROUNDS = 200;

    /**
     * Two threads put keys whose listener puts the key of the other. If one waited for the other, neither would end.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listener_putsEachOthersKey_bothEnd(boolean sync) {
        Cache<String, Integer>[] cache = newArray();
        CacheEntryCreatedListener<String, Integer> listener =
                events -> events.forEach(each -> cache[0].put(other(each.getKey()), 2));
        cache[0] = cache(listening(listener, sync));
        inOppositeOrders(cache[0], key -> cache[0].put(key, 1));
        assertThat(Eventually.is(Duration.ofSeconds(10), () -> cache[0].containsKey("a") && cache[0].containsKey("b")))
                .isTrue();
    }

    @Test
    void listener_readsTheKeyOfItsEvent_seesTheNewValue() {
        Cache<String, Integer>[] cache = newArray();
        AtomicBoolean seen = new AtomicBoolean();
        CacheEntryCreatedListener<String, Integer> listener =
                events -> events.forEach(each -> seen.set(each.getValue().equals(cache[0].get(each.getKey()))));
        cache[0] = cache(listening(listener, true));
        cache[0].put("a", 1);
        assertThat(seen).isTrue();
    }

    @Test
    void processor_readsEachOthersKey_bothEnd() {
        Cache<String, Integer> cache = cache();
        inOppositeOrders(
                cache,
                key -> cache.invoke(key, (entry, none) -> {
                    Integer other = cache.get(other(key));
                    entry.setValue(other == null ? 1 : 2);
                    return null;
                }));
        assertThat(cache.containsKey("a") && cache.containsKey("b")).isTrue();
    }

    @Test
    void processor_writesEachOthersKey_bothEnd() {
        Cache<String, Integer> cache = cache();
        inOppositeOrders(
                cache,
                key -> cache.invoke(key, (entry, none) -> {
                    cache.put(other(key), 1);
                    entry.setValue(2);
                    return null;
                }));
        assertThat(cache.getAll(Set.of("a", "b")).values()).hasSize(2);
    }

    @Test
    void processor_invokesEachOthersKey_losesNoIncrement() {
        Cache<String, Integer> cache = cache();
        ParallelThreads.run(2, thread -> {
            String key = thread == 0 ? "a" : "b";
            for (int i = 0; i < ROUNDS; i++) {
                cache.invoke(key, (entry, none) -> {
                    entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
                    cache.get(other(key));
                    return null;
                });
                cache.invoke(other(key), Increment.BY_ONE);
            }
        });
        assertThat(cache.get("a")).isEqualTo(2 * ROUNDS);
        assertThat(cache.get("b")).isEqualTo(2 * ROUNDS);
    }

    /** The processor would overwrite its own entry. The call throws, and nothing changes. */
    @Test
    void processor_writesItsOwnKeyThroughTheCache_throws() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        Throwable failure = catchThrowable(() -> cache.invoke("a", (entry, none) -> {
            cache.put("a", 2);
            entry.setValue(3);
            return null;
        }));
        assertThat(failure)
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining(cache.getName())
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(cache.get("a")).isEqualTo(1);
        cache.put("a", 4);
        assertThat(cache.get("a")).isEqualTo(4);
    }

    @Test
    void processor_invokesItsOwnKey_throws() {
        Cache<String, Integer> cache = cache();
        Throwable failure =
                catchThrowable(() -> cache.invoke("a", (entry, none) -> cache.<Integer>invoke("a", Increment.BY_ONE)));
        assertThat(failure).isInstanceOf(CacheException.class).hasMessageContaining("'a'");
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void processor_readsItsOwnKeyThroughTheCache_seesWhatIsStored() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        Integer seen = cache.invoke("a", (entry, none) -> {
            entry.setValue(2);
            return cache.get("a");
        });
        assertThat(seen).isEqualTo(1);
        assertThat(cache.get("a")).isEqualTo(2);
    }

    private static void inOppositeOrders(Cache<String, Integer> cache, Consumer<String> call) {
        CyclicBarrier together = new CyclicBarrier(2);
        ParallelThreads.run(2, thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                meet(together);
                call.accept(thread == 0 ? "a" : "b");
                meet(together);
                if (thread == 0 && i < ROUNDS - 1) {
                    cache.removeAll(Set.of("a", "b"));
                }
            }
        });
    }

    private static String other(String key) {
        return key.equals("a") ? "b" : "a";
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (Exception hanging) {
            throw new AssertionError("the other thread does not come:\n" + ThreadDump.all(), hanging);
        }
    }

    private static MutableConfiguration<String, Integer> listening(
            CacheEntryCreatedListener<String, Integer> listener, boolean sync) {
        return configuration()
                .addCacheEntryListenerConfiguration(
                        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, sync));
    }

    @SuppressWarnings("unchecked")
    private static Cache<String, Integer>[] newArray() {
        return (Cache<String, Integer>[]) new Cache<?, ?>[1];
    }
}
