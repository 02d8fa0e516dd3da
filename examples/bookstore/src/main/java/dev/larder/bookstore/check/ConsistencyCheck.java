package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Inventory;
import dev.larder.bookstore.shop.Seeds;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.workload.Crew;
import dev.larder.bookstore.workload.Popularity;
import dev.larder.bookstore.workload.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for reads that are older than a commit which had returned before the reader began.
 *
 * <p>Half the threads are clerks, who change a few books as fast as they can and keep a ledger of
 * what is committed; the others are witnesses, who read the same books through every kind of cache.
 */
public final class ConsistencyCheck {
    private static final int HOT_BOOKS = 24;
    private static final int STREAM = 1_000_000;

    private final Shop shop;
    private final Catalogue catalogue;
    private final long seed;

    /** A check of a shop that is open, with its cache. */
    public ConsistencyCheck(Shop shop, Catalogue catalogue, long seed) {
        this.shop = shop;
        this.catalogue = catalogue;
        this.seed = seed;
    }

    /** Checks for so long, with at least one clerk and one witness. */
    public Verdict run(int threads, Duration time) {
        shop.forget();
        Floor quiet = floor();
        Clerk firstClerk = new Clerk(quiet, Seeds.stream(seed, STREAM));
        Witness firstWitness = new Witness(quiet, Seeds.stream(seed, -STREAM));
        rehearse(firstClerk, firstWitness);

        Floor busy = quiet.openFor(time);
        List<Clerk> clerks = crew(threads / 2, at -> new Clerk(busy, Seeds.stream(seed, STREAM + at)));
        List<Witness> witnesses =
                crew(threads - threads / 2, at -> new Witness(busy, Seeds.stream(seed, -STREAM - at)));
        Crew.work(Stream.concat(clerks.stream(), witnesses.stream()).toList());
        return verdict(
                Stream.concat(Stream.of(firstClerk), clerks.stream()).toList(),
                Stream.concat(Stream.of(firstWitness), witnesses.stream()).toList());
    }

    private Floor floor() {
        Ledger ledger = new Ledger(catalogue, Inventory.of(shop));
        return new Floor(
                shop,
                catalogue,
                ledger,
                new Popularity(HOT_BOOKS),
                new AtomicInteger(catalogue.size()),
                Long.MIN_VALUE);
    }

    private static <T> List<T> crew(int threads, IntFunction<T> maker) {
        return IntStream.rangeClosed(1, Math.max(1, threads)).mapToObj(maker).toList();
    }

    /** First one change after the other, so that every kind of cache has certainly answered. */
    private static void rehearse(Clerk clerk, Witness witness) {
        for (int place = 0; place < HOT_BOOKS; place++) {
            clerk.change(place);
            witness.lookAround(place);
        }
    }

    private Verdict verdict(List<Clerk> clerks, List<Witness> witnesses) {
        List<Region> regions = Region.all(shop.statistics());
        Sightings seen = new Sightings();
        witnesses.forEach(witness -> seen.addAll(witness.seen()));
        List<Finding> findings = new ArrayList<>(seen.findings());
        findings.add(AuthorEdits.make(shop, catalogue));
        Clerk.Day day = clerks.stream().map(Clerk::day).reduce(Clerk.Day.NONE, Clerk.Day::plus);
        return new Verdict(
                clerks.size() - 1,
                witnesses.size() - 1,
                day.commits(),
                day.rollbacks(),
                day.conflicts(),
                findings,
                regions);
    }
}
