package dev.larder.bookstore.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command line of a branch in another process. */
record Orders(String url, Path ledger, int books, int threads, Duration time, long seed) {
    static Orders parse(List<String> words) {
        return new Orders(
                words.get(0),
                Path.of(words.get(1)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(3)),
                Duration.parse(words.get(4)),
                Long.parseLong(words.get(5)));
    }

    List<String> words() {
        return List.of(
                url,
                ledger.toString(),
                String.valueOf(books),
                String.valueOf(threads),
                time.toString(),
                String.valueOf(seed));
    }

    /** The same orders with another seed, so that two processes do not make the same choices. */
    Orders forBranch(int number) {
        return new Orders(url, ledger, books, threads, time, ~seed - number);
    }
}
