package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue.Title;
import org.hibernate.Session;

/** A way to see what was committed, each through other caches. */
enum Way {
    BY_ID("book by id", "entity, read-write", Looks::byId),
    BY_ISBN("book by ISBN", "natural id, then entity", Looks::byIsbn),
    AMONG_AUTHORS_BOOKS("book in author.books", "collection, then entity", Looks::amongAuthorsBooks),
    REVIEWS("book.reviews", "collection, read-write", Looks::reviews),
    BY_QUERY("book by query", "query and timestamps", Looks::byQuery),
    COUNT("books counted by query", "query and timestamps", Looks::count),
    NEWEST("newest book by ISBN", "natural id of a new row", Looks::newest);

    private final String words;
    private final String through;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Look look;

    Way(String words, String through, Look look) {
        this.words = words;
        this.through = through;
        this.look = look;
    }

    String words() {
        return words;
    }

    String through() {
        return through;
    }

    Sighting look(Session session, Title title, Promise promise) {
        return look.at(session, title, promise);
    }

    @FunctionalInterface
    interface Look {
        Sighting at(Session session, Title title, Promise promise);
    }
}
