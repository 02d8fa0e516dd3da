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
    private static final long SHORT_NANOS = Duration.ofMillis(3).toNanos();
    private static final long LONG_NANOS = Duration.ofMillis(100).toNanos();

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
        EntryCursor cursor = cursors.get(cacheRegion);
        if (cursor == null || !cursor.iterates(cacheMap)) {
            cursor = cacheRegion.cursor(cacheMap, true);
            cursors.put(cacheRegion, cursor);
        }
        if (cursor.isAtEnd()) {
            cursor.rewind();
        }
        long limit = delays.computeIfAbsent(cacheRegion, first -> new ExpiryDelay())
                .removableBefore(nanos.getAsLong(), cacheRegion.now());
        long begin = System.nanoTime();
        long limitNanos = LONG_NANOS;
        while (!cursor.isAtEnd() && System.nanoTime() - begin < limitNanos) {
            List<SegmentReader.FoundEntry> batch = cursor.nextBatch();
            long expired = batch.stream()
                    .filter(each -> drop(cacheRegion, cacheMap, each, limit))
                    .count();
            limitNanos = expired * 4 > batch.size() ? LONG_NANOS : SHORT_NANOS;
        }
    }

    private static boolean drop(CacheRegion cacheRegion, CacheMap cacheMap, SegmentReader.FoundEntry each, long limit) {
        ByteEntry entry = each.value() == null ? null : each.value().open(each.key());
        return (entry == null || entry.isExpiredAt(limit))
                && cacheRegion.remove(cacheMap, each.key(), found -> found.isExpiredAt(limit));
    }
}
