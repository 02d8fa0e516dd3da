package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A reader: notes what is promised, begins a transaction, looks, and judges. */
final class Witness implements Callable<@Nullable Void> {
    private static final Way[] WAYS = Way.values();

    private final Floor floor;
    private final RandomGenerator random;
    private final Sightings seen = new Sightings();

    Witness(Floor floor, RandomGenerator random) {
        this.floor = floor;
        this.random = random;
    }

    @Override
    public @Nullable Void call() {
        while (floor.open()) {
            Way way = WAYS[random.nextInt(WAYS.length)];
            seen.add(way, look(way, floor.popularity().pick(random)));
        }
        return null;
    }

    /** Looks at a book every way, each time twice, so that the second look finds the cache filled. */
    void lookAround(int place) {
        for (Way way : WAYS) {
            seen.add(way, look(way, place));
            seen.add(way, look(way, place));
        }
    }

    /** What it saw; to be read when the call has returned. */
    Sightings seen() {
        return seen;
    }

    private Sighting look(Way way, int place) {
        Title title = floor.catalogue().title(place);
        Promise promise = floor.ledger().promise(place);
        return floor.shop().read(session -> way.look(session, title, promise));
    }
}
