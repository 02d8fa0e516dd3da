package dev.larder.bookstore;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import dev.larder.bookstore.model.Author;
import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Catalogue.Title;
import dev.larder.bookstore.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.hibernate.Session;

/**
 * Pages of several entities each, kept beside Hibernate's caches. Hibernate knows nothing of them; their tags say what
 * they were made of, and one invalidation lets go of all that show an author.
 */
final class Pages {
    private static final int MOST = 5_000;

    private final Shop shop;
    private final List<Title> titles;
    private final LarderCache<String, String> cache;
    private int rendered;

    private Pages(Shop shop, List<Title> titles, LarderCache<String, String> cache) {
        this.shop = shop;
        this.titles = titles;
        this.cache = cache;
    }

    /**
     * What came of it: pages rendered at the first visit, at the second, and at the third, when an author had changed.
     *
     * @param before a page of that author before, and {@code after} the same page after
     */
    record Outcome(int pages, int first, int second, int third, String tag, String before, String after, int stale) {
        List<String> faults() {
            boolean good = second == 0 && stale == 0 && third > 0 && third < pages;
            return good ? List.of() : List.of("pages by tags: " + this);
        }
    }

    /** Has all pages visited three times, and an author changed before the third. */
    @SuppressWarnings("unchecked")
    static Outcome visit(Shop shop, Catalogue catalogue) {
        CacheManager manager =
                Caching.getCachingProvider("dev.larder.LarderCachingProvider").getCacheManager();
        LarderCache<String, String> cache = manager.createCache(
                        "pages", new LarderConfiguration<String, String>().setTypes(String.class, String.class))
                .unwrap(LarderCache.class);
        try {
            cache.clear();
            List<Title> titles = catalogue.titles().subList(0, Math.min(MOST, catalogue.size()));
            return new Pages(shop, titles, cache).visit();
        } finally {
            manager.destroyCache("pages");
        }
    }

    private Outcome visit() {
        Title shown = titles.get(0);
        int first = rendered();
        int second = rendered();
        String before = page(shown);
        String tag = "author:" + shown.author();
        shop.transact(session -> {
            author(session, shown).setNote("Winner of this year's prize.");
            return tag;
        });
        cache.invalidateTags(Set.of(tag));
        int third = rendered();
        return new Outcome(titles.size(), first, second, third, tag, before, page(shown), stale());
    }

    private int rendered() {
        int before = rendered;
        titles.forEach(this::page);
        return rendered - before;
    }

    private String page(Title title) {
        PutOptions tags = PutOptions.tags("book:" + title.book(), "author:" + title.author());
        return Objects.requireNonNull(cache.getOrLoad("/books/" + title.isbn(), path -> render(title), tags));
    }

    private int stale() {
        List<Title> stale = new ArrayList<>(titles);
        stale.removeIf(title -> page(title).equals(render(title)));
        return stale.size();
    }

    private String render(Title title) {
        rendered++;
        return shop.read(session -> {
            Author author = author(session, title);
            Book book = Objects.requireNonNull(session.find(Book.class, title.book()));
            return book.getTitle() + ", by " + author.getName() + ". " + author.getNote();
        });
    }

    private static Author author(Session session, Title title) {
        return Objects.requireNonNull(session.find(Author.class, title.author()));
    }
}
