package dev.larder.bookstore.check;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.List;
import org.hibernate.KeyType;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One method for each {@link Way}: reads within the session and compares with the promise. */
final class Looks {
    private static final String STATE =
            "select b.revision, b.price + b.stock, b.listPrice from Book b where b.id = :id";
    private static final String COUNT = "select count(b) from Book b";

    private Looks() {}

    record State(int revision, int sum, int listPrice) {}

    static Sighting byId(Session session, Title title, Promise promise) {
        return Sighting.of(session.find(Book.class, title.book()), promise);
    }

    static Sighting byIsbn(Session session, Title title, Promise promise) {
        return Sighting.of(session.find(Book.class, title.isbn(), KeyType.NATURAL), promise);
    }

    static Sighting amongAuthorsBooks(Session session, Title title, Promise promise) {
        List<Book> books = session.find(Author.class, title.author()).getBooks();
        Sighting size = Sighting.atLeast(promise.titles(), books.size());
        return size == Sighting.FRESH ? Sighting.of(named(books, title.isbn()), promise) : size;
    }

    static Sighting reviews(Session session, Title title, Promise promise) {
        Book book = session.find(Book.class, title.book());
        return Sighting.atLeast(promise.reviews(), book.getReviews().size());
    }

    static Sighting byQuery(Session session, Title title, Promise promise) {
        State state = session.createSelectionQuery(STATE, State.class)
                .setParameter("id", title.book())
                .setCacheable(true)
                .getSingleResult();
        return Sighting.of(state.revision(), state.sum(), state.listPrice(), promise);
    }

    static Sighting count(Session session, Title title, Promise promise) {
        long count = session.createSelectionQuery(COUNT, Long.class)
                .setCacheable(true)
                .getSingleResult();
        return Sighting.atLeast(promise.books(), count);
    }

    static Sighting newest(Session session, Title title, Promise promise) {
        @Nullable Book found = session.find(Book.class, promise.newest(), KeyType.NATURAL);
        return found == null ? Sighting.STALE : Sighting.FRESH;
    }

    private static Book named(List<Book> books, String isbn) {
        return books.stream()
                .filter(book -> book.getIsbn().equals(isbn))
                .findFirst()
                .orElseThrow();
    }
}
