package dev.larder.bookstore.shop;

import dev.larder.bookstore.model.Book;
import java.util.List;

/** What a customer may ask for: the keys of every book of the first day, in the order of their ISBNs. */
public record Catalogue(List<Title> titles) {
    /** The keys that belong to one book. */
    public record Title(long book, String isbn, long author, long genre) {
        static Title of(Book book) {
            return new Title(
                    book.getId(),
                    book.getIsbn(),
                    book.getAuthor().getId(),
                    book.getGenre().getId());
        }
    }

    /** A copy of the list. */
    public Catalogue {
        titles = List.copyOf(titles);
    }

    /** How many books there are. */
    public int size() {
        return titles.size();
    }

    /** The keys of a book by its place, from 0. */
    public Title title(int place) {
        return titles.get(place);
    }
}
