package dev.larder.bookstore.shop;

import java.util.List;

/** Every book as the database has it, past all caches. */
public record Inventory(List<Line> lines) {
    private static final String LINES =
            "select b.isbn, b.revision, b.price, b.stock, size(b.reviews)" + " from Book b order by b.isbn";

    /** One book's state. */
    public record Line(String isbn, int revision, int price, int stock, int reviews) {}

    /** Takes stock. */
    public static Inventory of(Shop shop) {
        return new Inventory(shop.read(
                session -> session.createSelectionQuery(LINES, Line.class).getResultList()));
    }
}
