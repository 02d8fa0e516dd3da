package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue.Title;
import org.hibernate.Session;

/** A way to read committed state, each through other caches. */
enum ReadPath {
    BY_ID("book by id", "entity, read-write", Reads::byId),
    BY_ISBN("book by ISBN", "natural id, then entity", Reads::byIsbn),
    AMONG_AUTHORS_BOOKS("book in author.books", "collection, then entity", Reads::amongAuthorsBooks),
    REVIEWS("book.reviews", "collection, read-write", Reads::reviews),
    BY_QUERY("book by query", "query and timestamps", Reads::byQuery),
    COUNT("books counted by query", "query and timestamps", Reads::count),
    NEWEST("newest book by ISBN", "natural id of a new row", Reads::newest);

    private final String words;
    private final String through;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Read read;

    ReadPath(String words, String through, Read read) {
        this.words = words;
        this.through = through;
        this.read = read;
    }

    String words() {
        return words;
    }

    String through() {
        return through;
    }

    Observation read(Session session, Title title, Promise promise) {
        return read.at(session, title, promise);
    }

    @FunctionalInterface
    interface Read {
        Observation at(Session session, Title title, Promise promise);
    }
}
