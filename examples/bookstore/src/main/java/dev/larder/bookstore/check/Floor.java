package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.workload.Popularity;
import java.time.Duration;

/** What clerks and witnesses share: few books, so that they meet at them all the time, and closing time. */
record Floor(Shop shop, Catalogue catalogue, Ledger ledger, Popularity popularity, long closing) {
    private static final int HOT_BOOKS = 24;

    /** A floor that is closed. */
    static Floor of(Shop shop, Catalogue catalogue, Ledger ledger) {
        return new Floor(shop, catalogue, ledger, new Popularity(HOT_BOOKS), Long.MIN_VALUE);
    }

    /** How many books there are to meet at. */
    int places() {
        return HOT_BOOKS;
    }

    /** The same floor, closing after so long from now. */
    Floor openFor(Duration time) {
        return new Floor(shop, catalogue, ledger, popularity, System.nanoTime() + time.toNanos());
    }

    boolean open() {
        return System.nanoTime() - closing < 0;
    }
}
