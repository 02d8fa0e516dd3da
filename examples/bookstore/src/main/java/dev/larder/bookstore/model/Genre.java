package dev.larder.bookstore.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

/** A shelf of the shop; never changes. */
@Entity
@Immutable
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
public class Genre {
    @Id
    @GeneratedValue
    private long id;

    private String name;

    /** A new genre. */
    public Genre(String name) {
        this.name = name;
    }

    @SuppressWarnings("NullAway.Init")
    protected Genre() {}

    /** The key that the database gave. */
    public long getId() {
        return id;
    }

    /** What stands above the shelf. */
    public String getName() {
        return name;
    }
}
