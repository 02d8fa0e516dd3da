package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.workload.Popularity;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What clerks and witnesses share: few books, so that they meet at them all the time, and closing time. */
record Floor(
        Shop shop, Catalogue catalogue, Ledger ledger, Popularity popularity, AtomicInteger nextPlace, long closing) {
    /** The same floor, closing after so long from now. */
    Floor openFor(Duration time) {
        return new Floor(shop, catalogue, ledger, popularity, nextPlace, System.nanoTime() + time.toNanos());
    }

    boolean open() {
        return System.nanoTime() - closing < 0;
    }
}
