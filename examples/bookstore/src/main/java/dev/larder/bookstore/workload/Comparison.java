package dev.larder.bookstore.workload;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Inventory;
import dev.larder.bookstore.shop.Shop;
import java.util.ArrayList;
import java.util.List;

/**
 * The same requests served twice.
 *
 * @param regions the traffic of every cache in the second run
 * @param sameShop whether both runs left the same books behind, row by row
 */
public record Comparison(Outcome without, Outcome with, List<Region> regions, boolean sameShop) {
    private static final int WARM_UP_SHARE = 5;

    /** Two shops with equal books, and the size and seed of the plan. */
    public record Setting(Shop without, Shop with, Catalogue catalogue, int threads, int operations, long seed) {
        private Plan plan(long seed, int operations) {
            return Plan.of(seed, catalogue.size(), threads, operations);
        }
    }

    /** Serves the plan in both shops; the cache starts empty, the virtual machine warm. */
    public static Comparison of(Setting setting) {
        Plan warmUp = setting.plan(~setting.seed, setting.operations / WARM_UP_SHARE);
        Outcome.of(warmUp, setting.without, setting.catalogue);
        Outcome.of(warmUp, setting.with, setting.catalogue);
        setting.without.forget();
        setting.with.forget();
        Plan plan = setting.plan(setting.seed, setting.operations);
        Outcome without = Outcome.of(plan, setting.without, setting.catalogue);
        Outcome with = Outcome.of(plan, setting.with, setting.catalogue);
        List<Region> regions = Region.all(setting.with.statistics());
        return new Comparison(
                without, with, regions, Inventory.of(setting.without).equals(Inventory.of(setting.with)));
    }

    /** How many times as many statements there are without the cache. */
    public double fewerStatements() {
        return (double) without.statements() / Math.max(1, with.statements());
    }

    /** How many times as long it takes without the cache. */
    public double faster() {
        return Outcome.times(with.time(), without.time());
    }

    /** How many times as much processor time the requests take without the cache. */
    public double lighter() {
        return Outcome.times(with.work(), without.work());
    }

    /** Whatever speaks against the cache, in words; empty if nothing does. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (with.statements() >= without.statements()) {
            faults.add("the cache saved no statement");
        }
        if (!sameShop) {
            faults.add("the two runs left different books behind");
        }
        faults.addAll(Region.complaints(regions));
        return faults;
    }
}
