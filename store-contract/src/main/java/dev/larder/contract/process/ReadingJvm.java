package dev.larder.contract.process;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.SharedLedger.Counter;
import java.nio.file.Path;
import javax.cache.CacheManager;

/**
 * A JVM of its own that reads pages while it, or others, change what they are made of: address, file of the ledger, how
 * many JVMs, reads of all of them, and of how many turns one is a change, 0 for none.
 *
 * <p>Fails as soon as a read that began after an invalidation had returned, in whatever JVM, gives what was before it.
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

    /** Ends when all reads are made. */
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
        for (int turn = thread; sharedLedger.count(Counter.READS) < reads; turn++) {
            if (changes > 0 && turn % changes == 0) {
                change(turn / changes % SharedLedger.RECORDS);
            } else {
                read(turn % SharedLedger.RECORDS, turn / SharedLedger.RECORDS);
            }
        }
    }

    private void change(int record) {
        long content = sharedLedger.change(record);
        cachedPages.invalidate(record);
        sharedLedger.promise(record, content);
    }

    private void read(int page, int way) {
        long first = sharedLedger.promised(page);
        long second = sharedLedger.promised(CachedPages.second(page));
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
