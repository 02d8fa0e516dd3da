package dev.larder.bookstore;

import dev.larder.bookstore.check.CheckResult;
import dev.larder.bookstore.check.Finding;
import dev.larder.bookstore.workload.Comparison;
import dev.larder.bookstore.workload.Outcome;
import dev.larder.bookstore.workload.Region;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints what happened, for a person. */
final class Account {
    private final PrintStream out;

    Account(PrintStream out) {
        this.out = out;
    }

    void opening(Arguments arguments, String store, int books) {
        line("Bookstore: Hibernate ORM on H2, cached by Larder at %s", store);
        line("%,d books, seed %d, %d threads", books, arguments.seed(), arguments.threads());
        if (arguments.processes() > 1) {
            line("%d processes share the store and one database server", arguments.processes());
        }
    }

    void comparison(Comparison comparison) {
        Outcome without = comparison.without();
        Outcome with = comparison.with();
        line("%n1. The same %,d requests without and with the cache, which starts empty%n", with.requests());
        print(new Table(1)
                .row("", "without", "with", "")
                .row(
                        "SQL statements",
                        whole(without.statements()),
                        whole(with.statements()),
                        times(comparison.fewerStatements(), "fewer", "more"))
                .row(
                        "wall time",
                        seconds(without.time()),
                        seconds(with.time()),
                        times(comparison.faster(), "faster", "slower"))
                .row(
                        "processor time",
                        seconds(without.work()),
                        seconds(with.work()),
                        times(comparison.lighter(), "less", "more"))
                .row("requests per second", whole(rate(without)), whole(rate(with)), "")
                .row("books at the end", comparison.sameShop() ? "the same" : "NOT THE SAME", "", ""));
        line("");
        regions(comparison.regions());
    }

    private void regions(List<Region> regions) {
        Table table = new Table(3).row("cache region", "kind", "strategy", "hits", "misses", "puts", "hit ratio");
        for (Region region : regions) {
            table.row(
                    region.shortName(),
                    region.kind().words(),
                    region.strategy(),
                    whole(region.hits()),
                    whole(region.misses()),
                    whole(region.puts()),
                    percent(region.hitRatio()));
        }
        print(table);
    }

    void checkResult(CheckResult checkResult) {
        line(
                "%n2. Does a reader see all that was committed before it began? %d writers, %d readers%n",
                checkResult.clerks(), checkResult.witnesses());
        Table table = new Table(2).row("read", "through", "reads", "stale", "torn", "uncommitted");
        for (Finding finding : checkResult.findings()) {
            table.row(
                    finding.way(),
                    finding.through(),
                    whole(finding.reads()),
                    whole(finding.stale()),
                    whole(finding.torn()),
                    whole(finding.uncommitted()));
        }
        print(table);
        line("");
        meanwhile(checkResult);
    }

    private void meanwhile(CheckResult checkResult) {
        line(
                "  at the same time: commits %,d, roll-backs %,d, given up because another writer was first %,d",
                checkResult.commits(), checkResult.rollbacks(), checkResult.conflicts());
        StringBuilder ratios = new StringBuilder();
        for (Region.Kind kind : Region.Kind.values()) {
            ratios.append(ratios.isEmpty() ? "" : ", ")
                    .append(kind.words())
                    .append(' ')
                    .append(percent(Region.hitRatio(checkResult.regions(), kind)));
        }
        line("  answered from the cache: %s", ratios);
    }

    void pages(Pages.Outcome pages) {
        line("%n3. Pages of several entities, outside Hibernate, with the tags book:{id} and author:{id}%n");
        print(new Table(1)
                .row("visit to each page", "pages", "rendered")
                .row("first", whole(pages.pages()), whole(pages.first()))
                .row("second", whole(pages.pages()), whole(pages.second()))
                .row("third, " + pages.tag() + " invalidated", whole(pages.pages()), whole(pages.third())));
        line("%n  before: %s%n  after:  %s", pages.before(), pages.after());
    }

    void closing(List<String> faults, Comparison comparison, CheckResult checkResult) {
        if (faults.isEmpty()) {
            line(
                    "%nResult: good. %s statements, %,d reads checked, 0 stale.",
                    times(comparison.fewerStatements(), "fewer", "more"), checkResult.reads());
        } else {
            line("%nResult: BAD.");
            faults.forEach(fault -> line("  %s", fault));
        }
    }

    private void print(Table table) {
        table.lines().forEach(out::println);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static long rate(Outcome outcome) {
        return Math.round(outcome.perSecond());
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }

    private static String times(double factor, String better, String worse) {
        return factor < 1
                ? String.format(Locale.ROOT, "%.1f times %s", 1 / factor, worse)
                : String.format(Locale.ROOT, "%.1f times %s", factor, better);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }
}
