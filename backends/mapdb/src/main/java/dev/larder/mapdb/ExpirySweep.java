package dev.larder.mapdb;

import dev.larder.mapdb.database.CacheMap;
import dev.larder.mapdb.database.EntryCursor;
import dev.larder.mapdb.database.SegmentReader;
import dev.larder.spi.ByteEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/**
 * Removes expired entries that are not read any more, a few at a time. Each run goes on where the last one stopped. It
 * runs longer while more than a quarter of the entries it finds have expired. An entry stays for some time after its
 * expiry, see {@link ExpiryDelay}.
 */
final class ExpirySweep {
    private static final long SHORT = Duration.ofMillis(3).toNanos();
    private static final long LONG = Duration.ofMillis(100).toNanos();

    private final SharedDatabase sharedDatabase;
    private final LongSupplier nanos;
    private final Map<CacheRegion, ExpiryDelay> delays = new WeakHashMap<>();
    private final Map<CacheRegion, EntryCursor> cursors = new WeakHashMap<>();

    ExpirySweep(SharedDatabase sharedDatabase, LongSupplier nanos) {
        this.sharedDatabase = sharedDatabase;
        this.nanos = nanos;
    }

    /** Runs once over all caches of the database. */
    void run() {
        for (CacheRegion cacheRegion : sharedDatabase.regions()) {
            if (!sharedDatabase.isClosed()) {
                sharedDatabase.attempt(openDatabase -> {
                    CacheMap cacheMap = cacheRegion.mapIfOpen(openDatabase);
                    if (cacheMap != null && cacheMap.mayExpire()) {
                        sweep(cacheRegion, cacheMap);
                    }
                    return null;
                });
            }
        }
    }

    private void sweep(CacheRegion cacheRegion, CacheMap cacheMap) {
        EntryCursor hand = cursors.get(cacheRegion);
        if (hand == null || !hand.iterates(cacheMap)) {
            hand = cacheRegion.cursor(cacheMap, true);
            cursors.put(cacheRegion, hand);
        }
        if (hand.isAtEnd()) {
            hand.rewind();
        }
        long due = delays.computeIfAbsent(cacheRegion, first -> new ExpiryDelay())
                .removableBefore(nanos.getAsLong(), cacheRegion.now());
        long begin = System.nanoTime();
        long most = LONG;
        while (!hand.isAtEnd() && System.nanoTime() - begin < most) {
            List<SegmentReader.FoundEntry> some = hand.nextBatch();
            long expired = some.stream()
                    .filter(each -> drop(cacheRegion, cacheMap, each, due))
                    .count();
            most = expired * 4 > some.size() ? LONG : SHORT;
        }
    }

    private static boolean drop(CacheRegion cacheRegion, CacheMap cacheMap, SegmentReader.FoundEntry each, long due) {
        ByteEntry entry = each.value() == null ? null : each.value().open(each.key());
        return (entry == null || entry.isExpiredAt(due))
                && cacheRegion.remove(cacheMap, each.key(), found -> found.isExpiredAt(due));
    }
}
