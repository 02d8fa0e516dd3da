package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Inventory;
import dev.larder.bookstore.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Detects reads that are older than a commit which had returned before the reader began, in whatever
 * process either was.
 *
 * <p>Half the threads are clerks, who change a few books as fast as they can and keep a ledger of
 * what is committed; the others are witnesses, who read the same books through every kind of cache.
 */
public final class ConsistencyCheck {
    private final Shop shop;
    private final Catalogue catalogue;
    private final long seed;

    /** A check of a shop that is open, with its cache. */
    public ConsistencyCheck(Shop shop, Catalogue catalogue, long seed) {
        this.shop = shop;
        this.catalogue = catalogue;
        this.seed = seed;
    }

    /** Checks for so long, in this process alone. */
    public CheckResult run(int threads, Duration time) {
        Floor floor = rehearsalFloor(Ledger.open(catalogue, Inventory.of(shop)));
        return Shift.rehearse(floor, seed)
                .plus(Shift.work(floor, threads, time, seed))
                .plus(authorEdits());
    }

    /**
     * Checks for so long, in this process and several others, each with so many threads.
     *
     * @param url the JDBC address at which the others find the shop's rows
     */
    public CheckResult run(int threads, Duration time, int others, String url) {
        try {
            Path file = Files.createTempFile("larder-bookstore", ".ledger");
            try {
                Floor floor = rehearsalFloor(Ledger.open(file, catalogue, Inventory.of(shop)));
                CheckResult rehearsal = Shift.rehearse(floor, seed);
                Orders orders = new Orders(url, file, catalogue.size(), threads, time, seed);
                return rehearsal.plus(together(floor, orders, others)).plus(authorEdits());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CheckResult together(Floor floor, Orders orders, int others) throws IOException {
        try (Branches branches = Branches.open(orders, others)) {
            branches.begin();
            CheckResult own = Shift.work(floor, orders.threads(), orders.time(), orders.seed());
            return branches.results().stream().reduce(own, CheckResult::plus);
        }
    }

    private Floor rehearsalFloor(Ledger ledger) {
        shop.forget();
        return Floor.of(shop, catalogue, ledger);
    }

    private CheckResult authorEdits() {
        return new CheckResult(0, 0, 0, 0, 0, List.of(AuthorEdits.make(shop, catalogue)), List.of());
    }
}
