package dev.larder.bookstore.check;

import dev.larder.bookstore.model.Book;

/** The result of comparing what a reader saw with what was promised. */
enum Observation {
    /** At least what was promised. */
    FRESH,
    /** Older than what had been committed before the reader began. */
    STALE,
    /** Price and stock of different versions. */
    TORN,
    /** A change that was rolled back. */
    UNCOMMITTED;

    /** The title that clerks give a book only in transactions which they roll back. */
    static final String NEVER_COMMITTED = "Sold by Mistake";

    static Observation of(Book book, Promise promise) {
        if (book.getTitle().equals(NEVER_COMMITTED)) {
            return UNCOMMITTED;
        }
        return of(book.getRevision(), book.getPrice() + book.getStock(), book.getListPrice(), promise);
    }

    static Observation of(int revision, int sum, int listPrice, Promise promise) {
        if (revision < promise.revision()) {
            return STALE;
        }
        return sum == listPrice ? FRESH : TORN;
    }

    static Observation atLeast(long promised, long seen) {
        return seen < promised ? STALE : FRESH;
    }
}
