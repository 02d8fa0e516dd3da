package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Catalogue.Title;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A reader: notes the promised state, begins a transaction, reads, and compares. */
final class Reader implements Callable<@Nullable Void> {
    private static final ReadPath[] WAYS = ReadPath.values();

    private final Floor floor;
    private final RandomGenerator random;
    private final ObservationCounts seen = new ObservationCounts();

    Reader(Floor floor, RandomGenerator random) {
        this.floor = floor;
        this.random = random;
    }

    @Override
    public @Nullable Void call() {
        while (floor.open()) {
            ReadPath readPath = WAYS[random.nextInt(WAYS.length)];
            seen.add(readPath, read(readPath, floor.popularity().pick(random)));
        }
        return null;
    }

    /** Reads a book on every path twice, so that the second read finds the cache filled. */
    void readEveryWayTwice(int place) {
        for (ReadPath readPath : WAYS) {
            seen.add(readPath, read(readPath, place));
            seen.add(readPath, read(readPath, place));
        }
    }

    /** What it saw; to be read when the call has returned. */
    ObservationCounts seen() {
        return seen;
    }

    private Observation read(ReadPath readPath, int place) {
        Title title = floor.catalogue().title(place);
        Promise promise = floor.ledger().promise(place);
        return floor.shop().read(session -> readPath.read(session, title, promise));
    }
}
