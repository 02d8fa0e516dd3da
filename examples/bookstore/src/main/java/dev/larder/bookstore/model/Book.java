package dev.larder.bookstore.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/**
 * A title on sale. The price drops by a cent for every copy in stock, so price and stock always add
 * up to the list price: a reader who sees another sum has seen halves of two versions.
 */
@Entity
@NaturalIdCache
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
public class Book {
    private static final int DELIVERY = 60;

    @Id
    @GeneratedValue
    private long id;

    @NaturalId
    private String isbn;

    private String title;
    private int listPrice;
    private int price;
    private int stock;

    @Version
    private int revision;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Author author;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Genre genre;

    @OneToMany(mappedBy = "book", cascade = CascadeType.PERSIST)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    private List<Review> reviews = new ArrayList<>();

    /** A new title; the list price is in cents. It has no author until its author publishes it. */
    @SuppressWarnings("NullAway.Init")
    public Book(String isbn, String title, Genre genre, int listPrice) {
        this.isbn = isbn;
        this.title = title;
        this.genre = genre;
        this.listPrice = listPrice;
        keep(DELIVERY);
    }

    @SuppressWarnings("NullAway.Init")
    protected Book() {}

    /** Sells a copy; an empty shelf is first filled by a delivery. */
    public void sell() {
        keep(stock == 0 ? DELIVERY : stock - 1);
    }

    /** Adds a review of one to five stars. */
    public void review(int stars, String text) {
        reviews.add(new Review(this, stars, text));
    }

    /** Gives it another title. */
    public void rename(String title) {
        this.title = title;
    }

    private void keep(int copies) {
        stock = copies;
        price = listPrice - copies;
    }

    void setAuthor(Author author) {
        this.author = author;
    }

    /** The key that the database gave. */
    public long getId() {
        return id;
    }

    /** The natural identifier, 13 digits. */
    public String getIsbn() {
        return isbn;
    }

    /** The title as on the cover. */
    public String getTitle() {
        return title;
    }

    /** The price of an only copy, in cents. */
    public int getListPrice() {
        return listPrice;
    }

    /** Today's price in cents. */
    public int getPrice() {
        return price;
    }

    /** Copies in the shop. */
    public int getStock() {
        return stock;
    }

    /** How many times the row has changed. */
    public int getRevision() {
        return revision;
    }

    /** Who wrote it; loaded on first use. */
    public Author getAuthor() {
        return author;
    }

    /** The shelf it stands on; loaded on first use. */
    public Genre getGenre() {
        return genre;
    }

    /** All reviews, in no particular order; loaded on first use. */
    public List<Review> getReviews() {
        return reviews;
    }
}
