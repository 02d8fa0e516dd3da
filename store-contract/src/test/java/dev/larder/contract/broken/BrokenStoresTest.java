package dev.larder.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.larder.contract.StoreContract;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract finds each fault of a store, in the test that names it. */
final class BrokenStoresTest {
    private static @Nullable Fault fault;

    @ParameterizedTest
    @CsvSource({
        "EXCHANGE_IN_STEPS, Races",
        "EXCHANGE_GIVES_A_COPY, Exchanging",
        "COMPARES_PAYLOADS, Exchanging",
        "NO_WITNESS, Exchanging",
        "PUT_KEEPS_THE_VERSION, Abilities",
        "SWAP_GIVES_THE_NEW, Abilities",
        "PUTS_UNSTATED, Abilities",
        "READ_ALL_SORTS, Reading",
        "EXCHANGE_ALL_REPEATS, Bulk",
        "CLEARS_NEIGHBOURS, Naming",
        "DESTROYS_NOTHING, Clearing",
        "JOINS_NAME_AND_KEY, Naming",
        "ITERATES_TWICE, Iterating",
        "KEYS_AS_TEXT, Contents",
        "VALUES_AS_C_STRINGS, Contents",
        "EXPIRES_EARLY, Lifetimes",
        "KEEPS_THE_FIRST_EXPIRY, Lifetimes",
        "CLOSE_EMPTIES, Sharing",
        "CLOSES_ONCE, Closing"
    })
    void contract_storeWithOneFault_fails(Fault broken, String question) {
        fault = broken;
        try {
            assertThat(failures(question))
                    .as("tests of %s that failed", question)
                    .isPositive();
        } finally {
            fault = null;
        }
    }

    private static long failures(String question) {
        Class<?> nested = Arrays.stream(StoreContract.class.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(question))
                .findFirst()
                .orElseThrow();
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectNestedClass(List.of(Subject.class), nested))
                .execute()
                .testEvents();
        assertThat(tests.started().count()).as("tests of %s", question).isPositive();
        return tests.failed().count();
    }

    static boolean isRunByThisTest() {
        return fault != null;
    }

    /** The store under test; by itself it is none. */
    @EnabledIf("dev.larder.contract.broken.BrokenStoresTest#isRunByThisTest")
    static final class Subject extends StoreContract {
        @Override
        protected String address() {
            return "broken:?fault=" + fault;
        }
    }
}
