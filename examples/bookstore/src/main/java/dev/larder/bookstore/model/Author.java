package dev.larder.bookstore.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Who wrote the books. The note is edited so seldom that the non-strict strategy serves. */
@Entity
@Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
public class Author {
    @Id
    @GeneratedValue
    private long id;

    private String name;
    private String note = "";

    @OneToMany(mappedBy = "author", cascade = CascadeType.PERSIST)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    private List<Book> books = new ArrayList<>();

    /** A new author without books. */
    public Author(String name) {
        this.name = name;
    }

    @SuppressWarnings("NullAway.Init")
    protected Author() {}

    /** Adds a book to this author's work. */
    public void publish(Book book) {
        book.setAuthor(this);
        books.add(book);
    }

    /** The key that the database gave. */
    public long getId() {
        return id;
    }

    /** First name and surname. */
    public String getName() {
        return name;
    }

    /** A line about the author. */
    public String getNote() {
        return note;
    }

    /** Replaces the line about the author. */
    public void setNote(String note) {
        this.note = note;
    }

    /** All books, in no particular order; loaded on first use. */
    public List<Book> getBooks() {
        return books;
    }
}
