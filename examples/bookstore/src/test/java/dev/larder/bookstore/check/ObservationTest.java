package dev.larder.bookstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.bookstore.model.Book;
import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Catalogue.Title;
import dev.larder.bookstore.shop.Inventory;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.shop.Stock;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes rows behind Hibernate's back: a check that cannot fail would prove nothing. */
final class ObservationTest {
    private static final Shop SHOP = Shop.withCache(2);
    private static final Catalogue CATALOGUE = Stock.fill(SHOP, 100, 1);
    private static final int PLACE = 3;

    private final Title title = CATALOGUE.title(PLACE);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @BeforeEach
    void warmUp() {
        SHOP.forget();
        for (ReadPath readPath : ReadPath.values()) {
            check(readPath);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_nothingChanged_isFresh(ReadPath readPath) {
        assertThat(check(readPath)).isEqualTo(Observation.FRESH);
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_ID", "BY_ISBN", "AMONG_AUTHORS_BOOKS", "BY_QUERY"})
    void check_rowChangedBehindTheCache_isStale(ReadPath readPath) {
        sql("update Book set revision = revision + 1 where id = " + title.book());
        assertThat(check(readPath)).isEqualTo(Observation.STALE);
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_ID", "BY_ISBN", "AMONG_AUTHORS_BOOKS", "BY_QUERY"})
    void check_priceWithoutItsStock_isTorn(ReadPath readPath) {
        sql("update Book set price = price + 1 where id = " + title.book());
        SHOP.forget();
        assertThat(check(readPath)).isEqualTo(Observation.TORN);
        sql("update Book set price = price - 1 where id = " + title.book());
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWS", "COUNT"})
    void check_fewerThanPromised_isStale(ReadPath readPath) {
        Promise more = new Promise(0, 1_000, 0, 1_000, title.isbn());
        assertThat(check(readPath, more)).isEqualTo(Observation.STALE);
    }

    @Test
    void check_newestNotFound_isStale() {
        assertThat(check(ReadPath.NEWEST, new Promise(0, 0, 0, 0, "none"))).isEqualTo(Observation.STALE);
    }

    @Test
    void check_titleNeverCommitted_isUncommitted() {
        SHOP.transact(session -> {
            session.find(Book.class, title.book()).rename(Observation.NEVER_COMMITTED);
            return title;
        });
        assertThat(check(ReadPath.BY_ID)).isEqualTo(Observation.UNCOMMITTED);
        SHOP.transact(session -> {
            session.find(Book.class, title.book()).rename("A Title");
            return title;
        });
    }

    private Observation check(ReadPath readPath) {
        return check(readPath, Ledger.open(CATALOGUE, Inventory.of(SHOP)).promise(PLACE));
    }

    private Observation check(ReadPath readPath, Promise promise) {
        return SHOP.read(session -> readPath.read(session, title, promise));
    }

    private void sql(String statement) {
        SHOP.transact(session -> run(session, statement));
    }

    private static Session run(Session session, String statement) {
        session.doWork(connection -> {
            try (var jdbc = connection.createStatement()) {
                jdbc.executeUpdate(statement);
            }
        });
        return session;
    }
}
