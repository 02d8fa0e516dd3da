package dev.larder.bookstore.workload;

import dev.larder.bookstore.shop.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who comes to the shop, thread by thread and in order. Equal arguments make equal plans.
 *
 * <p>A thread writes to its own books alone, so the shop ends in the same state however the threads
 * interleave: two runs of a plan can be compared row by row.
 */
record Plan(List<List<Request>> threads) {
    static Plan of(long seed, int books, int threads, int operations) {
        Popularity popularity = new Popularity(books);
        return new Plan(IntStream.range(0, threads)
                .mapToObj(thread -> {
                    RandomGenerator random = Seeds.stream(seed, 1 + thread);
                    int share = operations / threads + (thread < operations % threads ? 1 : 0);
                    return Stream.generate(() -> request(popularity, random, thread, threads, books))
                            .limit(share)
                            .toList();
                })
                .toList());
    }

    int size() {
        return threads.stream().mapToInt(List::size).sum();
    }

    private static Request request(Popularity popularity, RandomGenerator random, int thread, int threads, int books) {
        Visit visit = Visit.pick(random);
        int place = popularity.pick(random);
        return new Request(visit, visit.writes() ? own(place, thread, threads, books) : place);
    }

    private static int own(int place, int thread, int threads, int books) {
        int mine = place - place % threads + thread;
        return mine < books ? mine : mine - threads;
    }
}
