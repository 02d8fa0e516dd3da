package dev.larder.bookstore;

import dev.larder.bookstore.check.CheckResult;
import dev.larder.bookstore.check.ConsistencyCheck;
import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Database;
import dev.larder.bookstore.shop.DatabaseServer;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.shop.Stock;
import dev.larder.bookstore.workload.Comparison;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The command: opens the shop twice, compares, checks, and prints the account. */
public final class Bookstore {
    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int MISUSED = 2;

    private final Arguments arguments;
    private final Account account;

    private Bookstore(Arguments arguments, Account account) {
        this.arguments = arguments;
        this.account = account;
    }

    /** Runs the bookstore and ends the virtual machine with its exit code. */
    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    /** Runs the bookstore and returns its exit code: 0 good, 1 bad, 2 wrong arguments. */
    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.parse(words);
            if (arguments.help()) {
                out.print(usage());
                return GOOD;
            }
            return new Bookstore(arguments, new Account(out)).trade().isEmpty() ? GOOD : BAD;
        } catch (IllegalArgumentException misuse) {
            err.println("bookstore: " + misuse.getMessage());
            return MISUSED;
        } catch (PersistenceException closed) {
            err.println("bookstore: " + Story.of(closed));
            return BAD;
        }
    }

    private List<String> trade() {
        arguments.store().ifPresent(address -> System.setProperty("larder.uri", address));
        try (Database database = arguments.processes() == 1 ? Database.ofThisProcess() : DatabaseServer.start();
                Shop without = Shop.withoutCache(database, arguments.threads());
                Shop with = Shop.withCache(database, arguments.threads())) {
            return trade(without, with, Shop.urlForBranches(database));
        }
    }

    private List<String> trade(Shop without, Shop with, String url) {
        Stock.fill(without, arguments.books(), arguments.seed());
        Catalogue catalogue = Stock.fill(with, arguments.books(), arguments.seed());
        with.forget();
        account.opening(arguments, store(), catalogue.size());
        Comparison comparison = Comparison.of(new Comparison.Setting(
                without, with, catalogue, arguments.threads(), arguments.operations(), arguments.seed()));
        account.comparison(comparison);
        CheckResult checkResult = check(new ConsistencyCheck(with, catalogue, arguments.seed()), url);
        account.checkResult(checkResult);
        Pages.Outcome pages = Pages.visit(with, catalogue);
        account.pages(pages);
        List<String> faults = new ArrayList<>(comparison.faults());
        faults.addAll(checkResult.faults());
        faults.addAll(pages.faults());
        account.closing(faults, comparison, checkResult);
        return faults;
    }

    private CheckResult check(ConsistencyCheck check, String url) {
        Duration time = Duration.ofSeconds(arguments.seconds());
        int others = arguments.processes() - 1;
        return others == 0 ? check.run(arguments.threads(), time) : check.run(arguments.threads(), time, others, url);
    }

    private static String store() {
        return Optional.ofNullable(System.getProperty("larder.uri"))
                .or(() -> Optional.ofNullable(System.getenv("LARDER_URI")))
                .orElse("heap:");
    }

    private static String usage() {
        try (InputStream text = Objects.requireNonNull(Bookstore.class.getResourceAsStream("/usage.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
