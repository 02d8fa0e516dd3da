package dev.larder.bookstore.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final int BOOKS = 101;
    private static final int THREADS = 4;

    @Test
    void of_sameSeed_isTheSamePlan() {
        assertThat(plan(7)).isEqualTo(plan(7));
    }

    @Test
    void of_otherSeed_isAnotherPlan() {
        assertThat(plan(7)).isNotEqualTo(plan(8));
    }

    @Test
    void of_operationsThatDoNotDivide_plansThemAll() {
        assertThat(plan(7).size()).isEqualTo(4_003);
        assertThat(plan(7).threads()).extracting(List::size).containsExactly(1_001, 1_001, 1_001, 1_000);
    }

    @Test
    void of_anySeed_letsAThreadWriteToItsOwnBooksAlone() {
        List<List<Request>> threads = plan(7).threads();
        for (int thread = 0; thread < THREADS; thread++) {
            int own = thread;
            assertThat(threads.get(thread))
                    .filteredOn(request -> request.visit().writes())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.place())
                            .isBetween(0, BOOKS - 1)
                            .matches(place -> place % THREADS == own));
        }
    }

    @Test
    void of_manyOperations_holdsEveryKindOfVisit() {
        assertThat(plan(7).threads().stream().flatMap(List::stream).map(Request::visit))
                .contains(Visit.values());
    }

    private static Plan plan(long seed) {
        return Plan.of(seed, BOOKS, THREADS, 4_003);
    }
}
