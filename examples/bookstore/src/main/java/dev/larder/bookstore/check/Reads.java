package dev.larder.bookstore.check;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.List;
import org.hibernate.KeyType;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One method for each {@link ReadPath}: reads within the session and compares the result with the promise. */
final class Reads {
    private static final String STATE =
            "select b.revision, b.price + b.stock, b.listPrice from Book b where b.id = :id";
    private static final String COUNT = "select count(b) from Book b";

    private Reads() {}

    record State(int revision, int sum, int listPrice) {}

    static Observation byId(Session session, Title title, Promise promise) {
        return Observation.of(session.find(Book.class, title.book()), promise);
    }

    static Observation byIsbn(Session session, Title title, Promise promise) {
        return Observation.of(session.find(Book.class, title.isbn(), KeyType.NATURAL), promise);
    }

    static Observation amongAuthorsBooks(Session session, Title title, Promise promise) {
        List<Book> books = session.find(Author.class, title.author()).getBooks();
        Observation size = Observation.atLeast(promise.titles(), books.size());
        return size == Observation.FRESH ? Observation.of(named(books, title.isbn()), promise) : size;
    }

    static Observation reviews(Session session, Title title, Promise promise) {
        Book book = session.find(Book.class, title.book());
        return Observation.atLeast(promise.reviews(), book.getReviews().size());
    }

    static Observation byQuery(Session session, Title title, Promise promise) {
        State state = session.createSelectionQuery(STATE, State.class)
                .setParameter("id", title.book())
                .setCacheable(true)
                .getSingleResult();
        return Observation.of(state.revision(), state.sum(), state.listPrice(), promise);
    }

    static Observation count(Session session, Title title, Promise promise) {
        long count = session.createSelectionQuery(COUNT, Long.class)
                .setCacheable(true)
                .getSingleResult();
        return Observation.atLeast(promise.books(), count);
    }

    static Observation newest(Session session, Title title, Promise promise) {
        @Nullable Book found = session.find(Book.class, promise.newest(), KeyType.NATURAL);
        return found == null ? Observation.STALE : Observation.FRESH;
    }

    private static Book named(List<Book> books, String isbn) {
        return books.stream()
                .filter(book -> book.getIsbn().equals(isbn))
                .findFirst()
                .orElseThrow();
    }
}
