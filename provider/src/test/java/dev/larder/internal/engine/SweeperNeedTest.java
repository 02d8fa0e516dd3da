package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.event.Listeners;
import dev.larder.internal.none.NoneStoreProvider;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.lang.reflect.Proxy;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.Test;

/** Who looks for entries that have expired and that nobody asks for? */
class SweeperNeedTest {
    private static final ObjectStore NOWHERE = (ObjectStore) new NoneStoreProvider()
            .open(new BackendSetup(
                    StoreAddress.parse("none:"), Clock.SYSTEM, Runnable::run, SweeperNeedTest.class.getClassLoader()))
            .open(new StoreSetup("orders", true, Settings.NONE));

    private static Engine<String, String> engine(ExpiryPolicy policy) {
        return Engines.engine(
                "orders",
                new MutableConfiguration<String, String>().setTypes(String.class, String.class),
                new ObjectShelf<>(NOWHERE, Sharing.INSTANCE),
                policy,
                Clock.SYSTEM,
                new Listeners<>(nobody(), Runnable::run),
                new Tally(false, () -> 0),
                new Tagging<>("orders", Tags.local(), null, null),
                Duration.ZERO,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Cache<String, String> nobody() {
        return (Cache<String, String>) Proxy.newProxyInstance(
                SweeperNeedTest.class.getClassLoader(), new Class<?>[] {Cache.class}, (cache, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static boolean sweeps(Engine<String, String> engine) {
        return new Sweeper<>(engine, Runnable::run).isNeeded();
    }

    @Test
    void isNeeded_eternalPolicy_onceAnEntryHasALifetimeOfItsOwn() {
        Engine<String, String> engine = engine(new EternalExpiryPolicy());
        engine.put("a", "1", Terms.NONE);
        assertThat(sweeps(engine)).isFalse();
        engine.put("a", "1", Terms.NONE.living(Duration.ofHours(1)));
        assertThat(sweeps(engine)).isTrue();
    }

    @Test
    void isNeeded_policyThatExpires_always() {
        assertThat(sweeps(engine(new CreatedExpiryPolicy(javax.cache.expiry.Duration.ONE_HOUR))))
                .isTrue();
    }
}
