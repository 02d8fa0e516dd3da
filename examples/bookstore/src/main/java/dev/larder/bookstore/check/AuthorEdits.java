package dev.larder.bookstore.check;

import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;

/**
 * Edits of the authors, whose cache is non-strict: it promises nothing while a reader loads and a
 * writer commits at the same time, so no thread reads until the edit is done.
 */
final class AuthorEdits {
    private static final int EDITS = 200;
    private static final int READS = 3;

    private AuthorEdits() {}

    static Finding make(Shop shop, Catalogue catalogue) {
        long stale = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            long author = catalogue.title(edit % catalogue.size()).author();
            String note = "edited " + edit;
            shop.transact(session -> {
                session.find(Author.class, author).setNote(note);
                return note;
            });
            for (int read = 0; read < READS; read++) {
                stale += note(shop, author).equals(note) ? 0 : 1;
            }
        }
        return new Finding("author after an edit", "entity, nonstrict", EDITS * READS, stale, 0, 0);
    }

    private static String note(Shop shop, long author) {
        return shop.read(session -> session.find(Author.class, author).getNote());
    }
}
