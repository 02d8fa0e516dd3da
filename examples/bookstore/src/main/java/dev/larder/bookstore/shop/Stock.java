package dev.larder.bookstore.shop;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.model.Genre;
import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The shop's first delivery: equal seeds fill equal shops. */
public final class Stock {
    private static final int BOOKS_PER_AUTHOR = 5;
    private static final int MOST_REVIEWS = 6;

    private final RandomGenerator random;
    private final Words words;

    private Stock(RandomGenerator random) {
        this.random = random;
        this.words = new Words(random);
    }

    /** Fills an empty shop with so many books and returns their catalogue. */
    public static Catalogue fill(Shop shop, int books, long seed) {
        Stock stock = new Stock(Seeds.stream(seed, 0));
        shop.transact(session -> {
            stock.deliver(session, books);
            return books;
        });
        return catalogue(shop, books);
    }

    private void deliver(Session session, int books) {
        List<Genre> genres = Words.GENRES.stream().map(Genre::new).toList();
        List<Author> authors = Stream.generate(() -> new Author(words.name()))
                .limit(1 + books / BOOKS_PER_AUTHOR)
                .toList();
        for (int place = 0; place < books; place++) {
            pick(authors).publish(book(place, pick(genres)));
        }
        genres.forEach(session::persist);
        authors.forEach(session::persist);
    }

    private Book book(int place, Genre genre) {
        Book book = new Book(Isbn.of(place), words.title(), genre, 1_000 + random.nextInt(4_000));
        for (int left = random.nextInt(MOST_REVIEWS + 1); left > 0; left--) {
            book.review(1 + random.nextInt(5), words.opinion());
        }
        return book;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The catalogue of a shop that was filled with so many books. */
    public static Catalogue catalogue(Shop shop, int books) {
        return new Catalogue(shop.read(session -> {
            List<Title> titles = new ArrayList<>();
            session.createSelectionQuery("select b from Book b order by b.isbn", Book.class)
                    .setMaxResults(books)
                    .getResultList()
                    .forEach(book -> titles.add(Title.of(book)));
            return titles;
        }));
    }
}
