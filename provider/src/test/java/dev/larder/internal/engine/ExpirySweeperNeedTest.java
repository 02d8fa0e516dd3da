package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.IdentityCopier;
import dev.larder.internal.engine.store.ObjectStoreAdapter;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.Ability;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a sweep for expired entries is needed. */
class ExpirySweeperNeedTest {
    private static Engine<String, String> engine(ExpiryPolicy policy) {
        return EngineFactory.engine(
                "orders",
                new MutableConfiguration<String, String>().setTypes(String.class, String.class),
                new ObjectStoreAdapter<>(new Nowhere(), IdentityCopier.INSTANCE),
                policy,
                Clock.SYSTEM,
                new Listeners<>(nobody(), Runnable::run),
                new StatisticsRecorder(false, () -> 0),
                new EntryTagging<>("orders", Tags.local(), null, null),
                Duration.ZERO,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Cache<String, String> nobody() {
        return (Cache<String, String>) Proxy.newProxyInstance(
                ExpirySweeperNeedTest.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (cache, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static boolean sweeps(Engine<String, String> engine) {
        return new ExpirySweeper<>(engine, Runnable::run, Duration.ofSeconds(30)).isNeeded();
    }

    @Test
    void isNeeded_eternalPolicy_onceAnEntryHasALifetimeOfItsOwn() {
        Engine<String, String> engine = engine(new EternalExpiryPolicy());
        engine.put("a", "1", EntryOptions.NONE);
        assertThat(sweeps(engine)).isFalse();
        engine.put("a", "1", EntryOptions.NONE.withLifetime(Duration.ofHours(1)));
        assertThat(sweeps(engine)).isTrue();
    }

    @Test
    void isNeeded_policyThatExpires_always() {
        assertThat(sweeps(engine(new CreatedExpiryPolicy(javax.cache.expiry.Duration.ONE_HOUR))))
                .isTrue();
    }

    /** A store that frees nothing by itself, and keeps nothing. */
    private static final class Nowhere implements ObjectStore {
        @Override
        public @Nullable ObjectEntry read(Object key) {
            return null;
        }

        @Override
        public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
            return expected;
        }

        @Override
        public void clear() {}

        @Override
        public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
