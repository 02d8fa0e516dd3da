package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Inventory;
import dev.larder.bookstore.shop.Isbn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The truth, kept outside the database and all caches: a clerk enters a change after its commit has
 * returned, never before. Every number only grows. Safe for the threads of all processes that share it.
 */
final class Ledger {
    private static final int BOOKS = 0;
    private static final int NEXT = 1;
    private static final int NEWEST = 2;
    private static final int FIRST = 3;
    private static final int COLUMNS = 3;

    private final Tallies tallies;
    private final int size;
    private final int[] firstOfAuthor;

    private Ledger(Tallies tallies, Catalogue catalogue) {
        this.tallies = tallies;
        size = catalogue.size();
        firstOfAuthor = firstOfAuthor(catalogue);
    }

    /** A ledger of this process. */
    static Ledger open(Catalogue catalogue, Inventory inventory) {
        return new Ledger(Tallies.ofThisProcess(numbers(catalogue)), catalogue).fill(inventory);
    }

    /** A ledger in a new file, which other processes can {@link #join}. */
    static Ledger open(Path file, Catalogue catalogue, Inventory inventory) {
        return join(file, catalogue).fill(inventory);
    }

    /** The ledger that another process has opened. */
    static Ledger join(Path file, Catalogue catalogue) {
        return new Ledger(Tallies.in(file, numbers(catalogue)), catalogue);
    }

    Promise promise(int place) {
        return new Promise(
                tallies.get(revisions(place)),
                tallies.get(reviews(place)),
                tallies.get(titles(place)),
                tallies.get(BOOKS),
                Isbn.of(tallies.get(NEWEST)));
    }

    void revised(int place, int revision) {
        tallies.raise(revisions(place), revision);
    }

    void reviewed(int place) {
        tallies.count(reviews(place));
    }

    /** The next unused place in the order of ISBNs. */
    int nextPlace() {
        return tallies.count(NEXT);
    }

    void published(int place, int edition) {
        tallies.count(titles(place));
        tallies.count(BOOKS);
        tallies.set(NEWEST, edition);
    }

    private Ledger fill(Inventory inventory) {
        List<Inventory.Line> lines = inventory.lines();
        for (int place = 0; place < size; place++) {
            tallies.set(revisions(place), lines.get(place).revision());
            tallies.set(reviews(place), lines.get(place).reviews());
            tallies.count(titles(place));
        }
        tallies.set(BOOKS, size);
        tallies.set(NEXT, size);
        return this;
    }

    private static int numbers(Catalogue catalogue) {
        return FIRST + COLUMNS * catalogue.size();
    }

    private int revisions(int place) {
        return FIRST + place;
    }

    private int reviews(int place) {
        return FIRST + size + place;
    }

    /** An author's titles are counted at the place of the first. */
    private int titles(int place) {
        return FIRST + 2 * size + firstOfAuthor[place];
    }

    private static int[] firstOfAuthor(Catalogue catalogue) {
        Map<Long, Integer> first = new HashMap<>();
        int[] places = new int[catalogue.size()];
        for (int place = 0; place < places.length; place++) {
            Integer earlier = first.putIfAbsent(catalogue.title(place).author(), place);
            places[place] = earlier == null ? place : earlier;
        }
        return places;
    }
}
