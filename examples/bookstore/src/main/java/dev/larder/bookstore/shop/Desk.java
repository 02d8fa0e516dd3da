package dev.larder.bookstore.shop;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.model.Review;
import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.List;
import org.hibernate.KeyType;
import org.hibernate.Session;

/**
 * Everything that customers ask for, within one session. Every method takes a book's place in the
 * catalogue and reads all that a page would show; what it returns stands for that page.
 */
public final class Desk {
    private static final String BOOKS_OF_GENRE = "select b from Book b where b.genre.id = :genre order by b.title";
    private static final int PAGE = 20;

    private final Session session;
    private final Catalogue catalogue;

    /** The desk within a session; of no use after it. */
    public Desk(Session session, Catalogue catalogue) {
        this.session = session;
        this.catalogue = catalogue;
    }

    /** The page of a book: its author, its shelf and all its reviews. */
    public int bookPage(int place) {
        Book book = book(place);
        return describe(book)
                + book.getReviews().stream().mapToInt(Review::getStars).sum();
    }

    /** A book looked up by its ISBN, as from a bar code. */
    public int barCode(int place) {
        return describe(session.find(Book.class, catalogue.title(place).isbn(), KeyType.NATURAL));
    }

    /** The page of a book's author with all the author's books. */
    public int authorPage(int place) {
        Author author = session.find(Author.class, catalogue.title(place).author());
        return author.getName().length()
                + author.getBooks().stream().mapToInt(Book::getListPrice).sum();
    }

    /** The first titles of the shelf on which a book stands. */
    public int shelf(int place) {
        List<Book> books = session.createSelectionQuery(BOOKS_OF_GENRE, Book.class)
                .setParameter("genre", catalogue.title(place).genre())
                .setMaxResults(PAGE)
                .setCacheable(true)
                .getResultList();
        return books.stream().mapToInt(Book::getListPrice).sum();
    }

    /** Sells a copy. */
    public int sell(int place) {
        book(place).sell();
        return 1;
    }

    /** Writes a review. */
    public int review(int place) {
        book(place).review(1 + place % 5, "Read in one night.");
        return 1;
    }

    private Book book(int place) {
        Title title = catalogue.title(place);
        return session.find(Book.class, title.book());
    }

    private static int describe(Book book) {
        return book.getPrice()
                + book.getAuthor().getName().length()
                + book.getGenre().getName().length();
    }
}
