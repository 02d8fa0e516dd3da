package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.Shortcuts.LifetimeHandling;
import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.IdentityCopier;
import dev.larder.internal.engine.store.ObjectStoreAdapter;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.none.NoneStoreProvider;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import dev.larder.spi.Stored;
import javax.cache.expiry.EternalExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading the clock costs as much as a read, so a cache whose entries never expire does not do it. */
class EternityTest {
    private static final long NOW = 42;

    private int clockReads;
    private final StoreAdapter<String, String> storeAdapter =
            new ObjectStoreAdapter<>(nowhere(), IdentityCopier.INSTANCE);
    private final Planner<String, String> planner = new Planner<>(
            storeAdapter,
            ExpiryCalculator.of(new EternalExpiryPolicy(), "orders"),
            new Liveness(this::clockReads, storeAdapter, 0),
            new EntryTagging<>("orders", Tags.local(), null, null),
            "orders",
            String.class);

    private static ObjectStore nowhere() {
        BackendSetup setup = new BackendSetup(
                StoreAddress.parse("none:"), () -> NOW, Runnable::run, EternityTest.class.getClassLoader());
        return (ObjectStore) new NoneStoreProvider().open(setup).open(new StoreSetup("orders", true, Settings.NONE));
    }

    private long clockReads() {
        clockReads++;
        return NOW;
    }

    private Transition<String, String, String> planned(@Nullable Stored found) {
        return planner.plan("key", Operations.getAndPut("new"), found, key -> null, null);
    }

    @Test
    void plan_everythingEternal_neverReadsTheClock() {
        assertThat(planned(null).live()).isFalse();
        assertThat(planned(new ObjectEntry("old", Stored.ETERNAL)).live()).isTrue();
        assertThat(planner.planReadFree("key", Operations.getAndPut("new"), LifetimeHandling.NONE))
                .extracting(transition -> transition.next().expiry())
                .isEqualTo(Stored.ETERNAL);
        assertThat(clockReads).isZero();
    }

    @Test
    void plan_entryOfAnExpiringCache_readsTheClock() {
        assertThat(planned(new ObjectEntry("old", NOW)).expired()).isTrue();
        assertThat(planned(new ObjectEntry("old", NOW + 1)).live()).isTrue();
        assertThat(clockReads).isEqualTo(2);
    }
}
