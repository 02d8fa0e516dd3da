package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.contract.CacheCase;
import dev.larder.contract.Eventually;
import dev.larder.contract.process.CallingThread;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.CacheException;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that a value is loaded again on request, and in the background before it expires. */
@Timeout(120)
@SuppressWarnings("NullAway")
public // loaders return null on purpose, and entries that are surely present are dereferenced
abstract class RefreshContract extends CacheCase {
    @Test
    void refresh_asksTheLoader_whateverIsThere() {
        AtomicInteger source = new AtomicInteger(5);
        LarderCache<String, Integer> cache = reading(source::get);
        assertThat(cache.refresh("k")).isEqualTo(5);
        source.set(6);
        assertThat(cache.get("k")).isEqualTo(5);
        assertThat(cache.refresh("k")).isEqualTo(6);
        assertThat(cache.get("k")).isEqualTo(6);
    }

    @Test
    void refresh_nothingAnyMore_removes() {
        LarderCache<String, Integer> cache =
                larder(configuration().setCacheLoaderFactory(() -> new SuppliedLoader(() -> null)));
        cache.put("k", 1);
        assertThat(cache.refresh("k")).isNull();
        assertThat(cache.containsKey("k")).isFalse();
    }

    @Test
    void refresh_failsOrHasNoLoader_leavesTheEntry() {
        LarderCache<String, Integer> cache = reading(() -> {
            throw new IllegalStateException("database down");
        });
        cache.put("k", 1);
        assertThatThrownBy(() -> cache.refresh("k")).isInstanceOf(CacheLoaderException.class);
        assertThat(cache.get("k")).isEqualTo(1);
        assertThatThrownBy(() -> larder().refresh("k"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("has no loader");
    }

    @Test
    void get_shortlyBeforeExpiry_refreshesInTheBackground() {
        AtomicInteger source = new AtomicInteger(5);
        LarderConfiguration<String, Integer> ahead = new LarderConfiguration<>(configuration()
                .setReadThrough(true)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR))
                .setCacheLoaderFactory(() -> new SuppliedLoader(source::get)));
        LarderCache<String, Integer> cache = larder(ahead.setSetting("refresh-ahead", "2h"));
        assertThat(cache.get("k")).isEqualTo(5);
        source.set(6);
        assertThat(Eventually.is(Duration.ofSeconds(30), () -> cache.get("k") == 6))
                .isTrue();
    }

    @Test
    void close_whileALoadRunsInTheBackground_closesTheLoaderAfterIt() {
        BlockingLoad load = new BlockingLoad(() -> 1);
        List<String> steps = new CopyOnWriteArrayList<>();
        LarderCache<String, Integer> cache =
                larder(configuration().setCacheLoaderFactory(() -> new ClosingSource(load, steps)));
        cache.loadAll(Set.of("k"), true, null);
        load.awaitBegin();
        CallingThread closing = new CallingThread(() -> {
            cache.close();
            return 0;
        });
        // A close that wrongly does not wait has ended by then.
        assertThat(Eventually.is(Duration.ofMillis(100), closing::isDone)).isFalse();
        load.release();
        assertThat(closing.result()).isZero();
        assertThat(cache.isClosed()).isTrue();
        assertThat(steps).containsExactly("loaded", "closed");
    }

    /** A loader that records when it has loaded and when it is closed. */
    private record ClosingSource(BlockingLoad load, List<String> steps)
            implements CacheLoader<String, Integer>, Closeable {
        @Override
        public Integer load(String key) {
            return load.get();
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            Map<String, Integer> loaded = new SuppliedLoader(load).loadAll(keys);
            steps.add("loaded");
            return loaded;
        }

        @Override
        public void close() {
            steps.add("closed");
        }
    }

    private LarderCache<String, Integer> reading(Supplier<@Nullable Integer> source) {
        return larder(configuration().setReadThrough(true).setCacheLoaderFactory(() -> new SuppliedLoader(source)));
    }
}
