package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Inventory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The truth, kept outside the database and all caches: a clerk enters a change after its commit has
 * returned, never before. Every number only grows. Thread-safe.
 */
final class Ledger {
    private final Catalogue catalogue;
    private final AtomicIntegerArray revisions;
    private final AtomicIntegerArray reviews;
    private final Map<Long, Integer> titles = new ConcurrentHashMap<>();
    private final AtomicInteger books;
    private volatile String newest;

    Ledger(Catalogue catalogue, Inventory inventory) {
        this.catalogue = catalogue;
        List<Inventory.Line> lines = inventory.lines();
        revisions = new AtomicIntegerArray(
                lines.stream().mapToInt(Inventory.Line::revision).toArray());
        reviews = new AtomicIntegerArray(
                lines.stream().mapToInt(Inventory.Line::reviews).toArray());
        catalogue.titles().forEach(title -> titles.merge(title.author(), 1, Integer::sum));
        books = new AtomicInteger(catalogue.size());
        newest = catalogue.title(0).isbn();
    }

    Promise promise(int place) {
        int written = titles.getOrDefault(catalogue.title(place).author(), 0);
        return new Promise(revisions.get(place), reviews.get(place), written, books.get(), newest);
    }

    void revised(int place, int revision) {
        revisions.accumulateAndGet(place, revision, Math::max);
    }

    void reviewed(int place) {
        reviews.incrementAndGet(place);
    }

    void published(int place, String isbn) {
        titles.merge(catalogue.title(place).author(), 1, Integer::sum);
        books.incrementAndGet();
        newest = isbn;
    }
}
