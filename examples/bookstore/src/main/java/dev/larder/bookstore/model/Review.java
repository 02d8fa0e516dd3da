package dev.larder.bookstore.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

/** A reader's opinion of a book; once written it stays as it is. */
@Entity
@Immutable
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
public class Review {
    @Id
    @GeneratedValue
    private long id;

    private int stars;
    private String text;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Book book;

    Review(Book book, int stars, String text) {
        this.book = book;
        this.stars = stars;
        this.text = text;
    }

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    /** The key that the database gave. */
    public long getId() {
        return id;
    }

    /** One to five. */
    public int getStars() {
        return stars;
    }

    /** The opinion in words. */
    public String getText() {
        return text;
    }

    /** The book that the review is about. */
    public Book getBook() {
        return book;
    }
}
