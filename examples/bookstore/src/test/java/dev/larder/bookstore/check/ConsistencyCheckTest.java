package dev.larder.bookstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;
import dev.larder.bookstore.shop.Stock;
import dev.larder.bookstore.workload.Comparison;
import dev.larder.bookstore.workload.Region;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsistencyCheckTest {
    @Test
    void run_openShop_findsHitsOfEveryKindAndNoWrongRead() {
        try (Shop without = Shop.withoutCache(4);
                Shop with = Shop.withCache(4)) {
            Stock.fill(without, 120, 5);
            Catalogue catalogue = Stock.fill(with, 120, 5);
            Comparison comparison = Comparison.of(new Comparison.Setting(without, with, catalogue, 4, 600, 5));
            CheckResult checkResult = new ConsistencyCheck(with, catalogue, 5).run(4, Duration.ofMillis(500));

            assertThat(comparison.faults()).isEmpty();
            assertThat(comparison.with().statements())
                    .isLessThan(comparison.without().statements() / 2);
            assertHits(comparison.regions());
            assertHits(checkResult.regions());
            assertThat(checkResult.wrong()).isZero();
            assertThat(checkResult.commits()).isPositive();
            assertThat(checkResult.findings()).hasSize(8).allSatisfy(finding -> assertThat(finding.reads())
                    .isGreaterThanOrEqualTo(48));
        }
    }

    private static void assertHits(List<Region> regions) {
        for (Region.Kind kind : Region.Kind.values()) {
            assertThat(Region.hitRatio(regions, kind)).as(kind.words()).isPositive();
        }
    }
}
