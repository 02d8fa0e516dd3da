package dev.larder.contract;

import dev.larder.contract.Ledger.Counter;
import java.nio.file.Path;
import javax.cache.CacheManager;

/**
 * A JVM of its own that reads pages while it, or others, change what they are made of: address, file of the ledger, how
 * many JVMs, reads of all of them, and of how many turns one is a change, 0 for none.
 *
 * <p>Fails as soon as a read that began after an invalidation had returned, in whatever JVM, gives what was before it.
 */
public final class Racer {
    private static final int THREADS = 4;

    private final Ledger ledger;
    private final Pages pages;
    private final int changes;

    private Racer(Ledger ledger, Pages pages, int changes) {
        this.ledger = ledger;
        this.pages = pages;
        this.changes = changes;
    }

    /** Ends when all reads are made. */
    public static void main(String... arguments) {
        try (CacheManager manager = Incrementer.manager(arguments[0])) {
            Ledger ledger = new Ledger(Path.of(arguments[1]));
            Racer racer = new Racer(ledger, new Pages(manager, ledger), Integer.parseInt(arguments[4]));
            ledger.add(Counter.ARRIVALS);
            while (ledger.count(Counter.ARRIVALS) < Integer.parseInt(arguments[2])) {
                Thread.onSpinWait();
            }
            long reads = Long.parseLong(arguments[3]);
            Threads.run(THREADS, thread -> racer.race(thread, reads));
        }
    }

    private void race(int thread, long reads) {
        for (int turn = thread; ledger.count(Counter.READS) < reads; turn++) {
            if (changes > 0 && turn % changes == 0) {
                change(turn / changes % Ledger.RECORDS);
            } else {
                read(turn % Ledger.RECORDS, turn / Ledger.RECORDS);
            }
        }
    }

    private void change(int record) {
        long content = ledger.change(record);
        pages.invalidate(record);
        ledger.promise(record, content);
    }

    private void read(int page, int way) {
        long first = ledger.promised(page);
        long second = ledger.promised(Pages.second(page));
        String seen = pages.read(page, way);
        String key = Pages.keyOf(page);
        if (seen == null || !Workload.isOf(key, seen)) {
            throw new AssertionError(key + " gave " + seen);
        }
        String[] records = seen.substring(key.length() + 1, seen.indexOf('#')).split(",", 2);
        if (Long.parseLong(records[0]) < first || Long.parseLong(records[1]) < second) {
            throw new AssertionError(key + " gave " + seen + " after " + first + "," + second + " had been promised");
        }
    }
}
