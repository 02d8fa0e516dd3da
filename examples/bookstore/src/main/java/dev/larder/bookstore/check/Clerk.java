package dev.larder.bookstore.check;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.shop.Catalogue.Title;
import dev.larder.bookstore.shop.Isbn;
import dev.larder.bookstore.shop.Shop;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A writer: changes a book, commits, enters the change in the ledger, and takes a short breath. */
final class Clerk implements Callable<@Nullable Void> {
    private static final int LONGEST_BREATH_NANOS = 8_000_000;

    private final Floor floor;
    private final RandomGenerator random;
    private int commits;
    private int rollbacks;
    private int conflicts;

    Clerk(Floor floor, RandomGenerator random) {
        this.floor = floor;
        this.random = random;
    }

    /** What a clerk did; in a conflict another clerk had changed the same book first. */
    record Day(int commits, int rollbacks, int conflicts) {
        static final Day NONE = new Day(0, 0, 0);

        Day plus(Day other) {
            return new Day(commits + other.commits, rollbacks + other.rollbacks, conflicts + other.conflicts);
        }
    }

    @Override
    public @Nullable Void call() {
        while (floor.open()) {
            change(floor.popularity().pick(random));
            LockSupport.parkNanos(random.nextInt(LONGEST_BREATH_NANOS));
        }
        return null;
    }

    /** What it did; to be read when the call has returned. */
    Day day() {
        return new Day(commits, rollbacks, conflicts);
    }

    /** Makes one change, of a kind that chance chooses. */
    void change(int place) {
        try {
            attempt(place, floor.catalogue().title(place), random.nextInt(10));
        } catch (OptimisticLockException | RollbackException failure) {
            if (!anotherWasFirst(failure)) {
                throw failure;
            }
            conflicts++;
        }
    }

    private static boolean anotherWasFirst(PersistenceException failure) {
        return failure instanceof OptimisticLockException || failure.getCause() instanceof OptimisticLockException;
    }

    private void attempt(int place, Title title, int choice) {
        if (choice < 6) {
            sell(place, title);
        } else if (choice < 8) {
            review(place, title);
        } else if (choice < 9) {
            publish(place, title);
        } else {
            sellByMistake(title);
        }
    }

    private void sell(int place, Title title) {
        Book sold = shop().transact(session -> {
            Book book = session.find(Book.class, title.book());
            book.sell();
            return book;
        });
        floor.ledger().revised(place, sold.getRevision());
        commits++;
    }

    private void review(int place, Title title) {
        shop().transact(session -> {
            Book book = session.find(Book.class, title.book());
            book.review(4, "Bought it again.");
            return book;
        });
        floor.ledger().reviewed(place);
        commits++;
    }

    private void publish(int place, Title title) {
        int edition = floor.ledger().nextPlace();
        shop().transact(session -> publish(session, title, Isbn.of(edition)));
        floor.ledger().published(place, edition);
        commits++;
    }

    private static Author publish(Session session, Title title, String isbn) {
        Author author = session.find(Author.class, title.author());
        Book first = session.find(Book.class, title.book());
        author.publish(new Book(isbn, "A New Edition", first.getGenre(), first.getListPrice()));
        return author;
    }

    private void sellByMistake(Title title) {
        shop().rollBack(session -> {
            Book book = session.find(Book.class, title.book());
            book.sell();
            book.rename(Observation.NEVER_COMMITTED);
        });
        rollbacks++;
    }

    private Shop shop() {
        return floor.shop();
    }
}
