package dev.larder.bookstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param store the address of the store, if one is named
 * @param threads how many in each process
 * @param seconds how long the consistency check takes
 */
record Arguments(
        boolean help,
        Optional<String> store,
        int books,
        int threads,
        int operations,
        int seconds,
        int processes,
        long seed) {
    private static final Set<String> NAMES =
            Set.of("store", "books", "threads", "operations", "seconds", "processes", "seed");

    /**
     * Reads the words of the command line.
     *
     * @throws IllegalArgumentException if a name is unknown, or a value missing or out of range
     */
    static Arguments parse(List<String> words) {
        Options options = Options.read(words, NAMES);
        return new Arguments(
                options.help(),
                options.text("store").map(StoreNames::address),
                (int) options.number("books", 2_000, 100, 100_000),
                (int) options.number("threads", 8, 1, 64),
                (int) options.number("operations", 20_000, 100, 10_000_000),
                (int) options.number("seconds", 4, 1, 3_600),
                (int) options.number("processes", 1, 1, 4),
                options.number("seed", 42, 0, 1_000_000_000_000L));
    }
}
