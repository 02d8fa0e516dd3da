package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.shop.Stock;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;

/**
 * The process of a branch. The header of its output says that it is ready, a byte of input lets it begin, and
 * its result follows. The end of its input ends it.
 */
final class Branch {
    private Branch() {}

    public static void main(String[] words) throws IOException {
        Orders orders = Orders.parse(List.of(words));
        try (Shop shop = Shop.branch(orders.url(), orders.threads())) {
            Catalogue catalogue = Stock.catalogue(shop, orders.books());
            Floor floor = Floor.of(shop, catalogue, Ledger.join(orders.ledger(), catalogue));
            ObjectOutputStream out = new ObjectOutputStream(System.out);
            out.flush();
            if (System.in.read() >= 0) {
                out.writeObject(Shift.work(floor, orders.threads(), orders.time(), orders.seed()));
                out.flush();
            }
        }
    }
}
