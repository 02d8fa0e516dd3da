package dev.larder.contract.process;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.SharedLedger.Counter;
import java.nio.file.Path;
import javax.cache.CacheManager;

/**
 * A JVM that reads pages while it, or another JVM, changes their records. Arguments: address, file of the ledger,
 * number of JVMs, reads of all of them together, and the interval of changes: every n-th step is a change, 0 for none.
 *
 * <p>It fails if a read returns content older than an invalidation that had returned, in any JVM, before the read
 * began.
 */
public final class ReadingJvm {
    private static final int THREADS = 4;

    private final SharedLedger sharedLedger;
    private final CachedPages cachedPages;
    private final int changes;

    private ReadingJvm(SharedLedger sharedLedger, CachedPages cachedPages, int changes) {
        this.sharedLedger = sharedLedger;
        this.cachedPages = cachedPages;
        this.changes = changes;
    }

    /** Returns when all reads are done. */
    public static void main(String... arguments) {
        try (CacheManager manager = IncrementingJvm.manager(arguments[0])) {
            SharedLedger sharedLedger = new SharedLedger(Path.of(arguments[1]));
            ReadingJvm readingJvm = new ReadingJvm(
                    sharedLedger, new CachedPages(manager, sharedLedger), Integer.parseInt(arguments[4]));
            sharedLedger.add(Counter.ARRIVALS);
            while (sharedLedger.count(Counter.ARRIVALS) < Integer.parseInt(arguments[2])) {
                Thread.onSpinWait();
            }
            long reads = Long.parseLong(arguments[3]);
            ParallelThreads.run(THREADS, thread -> readingJvm.race(thread, reads));
        }
    }

    private void race(int thread, long reads) {
        for (int step = thread; sharedLedger.count(Counter.READS) < reads; step++) {
            if (changes > 0 && step % changes == 0) {
                change(step / changes % SharedLedger.RECORDS);
            } else {
                read(step % SharedLedger.RECORDS, step / SharedLedger.RECORDS);
            }
        }
    }

    private void change(int record) {
        long content = sharedLedger.change(record);
        cachedPages.invalidate(record);
        sharedLedger.raiseMinimum(record, content);
    }

    private void read(int page, int way) {
        long first = sharedLedger.minimum(page);
        long second = sharedLedger.minimum(CachedPages.second(page));
        String seen = cachedPages.read(page, way);
        String key = CachedPages.keyOf(page);
        if (seen == null || !Workload.isOf(key, seen)) {
            throw new AssertionError(key + " gave " + seen);
        }
        String[] records = seen.substring(key.length() + 1, seen.indexOf('#')).split(",", 2);
        if (Long.parseLong(records[0]) < first || Long.parseLong(records[1]) < second) {
            throw new AssertionError(key + " gave " + seen + " after " + first + "," + second + " had been promised");
        }
    }
}
