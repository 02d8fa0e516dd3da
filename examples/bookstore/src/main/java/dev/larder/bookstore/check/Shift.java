package dev.larder.bookstore.check;

import dev.larder.bookstore.shop.Seeds;
import dev.larder.bookstore.workload.Crew;
import dev.larder.bookstore.workload.Region;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The threads of one process: half are clerks and half witnesses, at least one of each. */
final class Shift {
    private static final int STREAM = 1_000_000;

    private final Floor floor;
    private final List<Clerk> clerks;
    private final List<Reader> witnesses;

    private Shift(Floor floor, List<Clerk> clerks, List<Reader> witnesses) {
        this.floor = floor;
        this.clerks = clerks;
        this.witnesses = witnesses;
    }

    /** All work at the same time, for so long. */
    static CheckResult work(Floor closed, int threads, Duration time, long seed) {
        Floor floor = closed.openFor(time);
        Shift shift = new Shift(
                floor,
                crew(threads / 2, at -> new Clerk(floor, Seeds.stream(seed, STREAM + at))),
                crew(threads - threads / 2, at -> new Reader(floor, Seeds.stream(seed, -STREAM - at))));
        Crew.work(Stream.concat(shift.clerks.stream(), shift.witnesses.stream()).toList());
        return shift.verdict(shift.clerks.size(), shift.witnesses.size());
    }

    /** One clerk and one reader alternate, so that every kind of cache has certainly answered. */
    static CheckResult rehearse(Floor floor, long seed) {
        Clerk clerk = new Clerk(floor, Seeds.stream(seed, STREAM));
        Reader reader = new Reader(floor, Seeds.stream(seed, -STREAM));
        for (int place = 0; place < floor.places(); place++) {
            clerk.change(place);
            reader.readEveryWayTwice(place);
        }
        return new Shift(floor, List.of(clerk), List.of(reader)).verdict(0, 0);
    }

    private static <T> List<T> crew(int threads, IntFunction<T> maker) {
        return IntStream.rangeClosed(1, Math.max(1, threads)).mapToObj(maker).toList();
    }

    private CheckResult verdict(int clerksAtOnce, int witnessesAtOnce) {
        ObservationCounts seen = new ObservationCounts();
        witnesses.forEach(reader -> seen.addAll(reader.seen()));
        Clerk.Day day = clerks.stream().map(Clerk::day).reduce(Clerk.Day.NONE, Clerk.Day::plus);
        List<Region> regions = Region.all(floor.shop().statistics());
        floor.shop().statistics().clear();
        return new CheckResult(
                clerksAtOnce,
                witnessesAtOnce,
                day.commits(),
                day.rollbacks(),
                day.conflicts(),
                seen.findings(),
                regions);
    }
}
