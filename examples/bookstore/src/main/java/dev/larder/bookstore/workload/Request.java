package dev.larder.bookstore.workload;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Desk;
import dev.larder.bookstore.shop.Shop;
import java.util.function.Function;
import org.hibernate.Session;

/** One customer: what for, and the place of which book in the catalogue. */
record Request(Visit visit, int place) {
    int serve(Shop shop, Catalogue catalogue) {
        Function<Session, Integer> service = session -> visit.serve(new Desk(session, catalogue), place);
        return visit.writes() ? shop.transact(service) : shop.read(service);
    }
}
