package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.mapdb.setting.Bound;
import dev.larder.mapdb.setting.FileSettings;
import dev.larder.mapdb.source.MemoryDatabaseSource;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has expired leaves by itself, after a while. */
final class ExpirySweepTest {
    private static final int ENTRIES = 5_000;
    private static final long LONG_AFTER = 10 * 60_000;

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final AtomicLong nanos = new AtomicLong();
    private final SharedDatabase sharedDatabase =
            new SharedDatabase(new MemoryDatabaseSource(FileSettings.of(Settings.NONE)));
    private final ByteStore store = store(new Bound(Long.MAX_VALUE, Long.MAX_VALUE), now::get);
    private final ExpirySweep expirySweep = new ExpirySweep(sharedDatabase, nanos::get);

    private ByteStore store(Bound bound, Clock clock) {
        return new MapDbStore(sharedDatabase.openRegion("cache", bound, clock), bound, clock);
    }

    @AfterEach
    void close() {
        sharedDatabase.close();
    }

    @Test
    void sweep_longAfter_dropsWhatHasExpiredAndNothingElse() {
        fill();
        pass(LONG_AFTER);
        runs(50);
        assertThat(store.iterator()).toIterable().hasSize(ENTRIES / 2);
        assertThat(store.evictions()).as("expiry is no eviction").isZero();
    }

    @Test
    void sweep_soonAfterExpiry_keepsTheEntryForItsEvent() {
        fill();
        pass(60_000);
        runs(50);
        assertThat(store.iterator()).toIterable().hasSize(ENTRIES);
    }

    @Test
    void sweep_clockJumps_keepsTheEntryForItsEvent() {
        fill();
        expirySweep.run();
        now.addAndGet(LONG_AFTER);
        runs(50);
        assertThat(store.iterator()).toIterable().hasSize(ENTRIES);
    }

    @Test
    void sweep_anotherManagersClockBehind_waitsForIt() {
        ByteStore other = store(new Bound(1_000_000, 1L << 30), () -> 0);
        fill();
        pass(LONG_AFTER);
        runs(50);
        assertThat(store.iterator()).toIterable().hasSize(ENTRIES);
        other.close();
        pass(LONG_AFTER);
        runs(50);
        assertThat(store.iterator()).toIterable().hasSize(ENTRIES / 2);
    }

    private void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            long expiry = i % 2 == 0 ? now.get() + 1_000 : Long.MAX_VALUE;
            store.put(Stores.key("k" + i), Stores.entry("v", expiry));
        }
    }

    /** Sweeps run every few seconds, as those of the background thread do. */
    private void pass(long millis) {
        for (long passed = 0; passed < millis; passed += 5_000) {
            now.addAndGet(5_000);
            nanos.addAndGet(5_000_000_000L);
            expirySweep.run();
        }
    }

    private void runs(int times) {
        for (int i = 0; i < times; i++) {
            expirySweep.run();
        }
    }
}
