package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceRulesTest {
    private static final String ANNOTATION_TEST = "org.jsr107.tck.annotation.InterceptionUsingCacheConfigTest";

    @Test
    void complaints_allPassed_none() {
        assertThat(complaints(Results.BY_REFERENCE)).isEmpty();
    }

    @Test
    void complaints_failureOrError_namesTheCounts() {
        assertThat(complaints(Results.BY_REFERENCE, bad(Outcome.FAILED))).containsExactly("JCache: 1 failed, 0 errors");
        assertThat(complaints(Results.BY_REFERENCE, bad(Outcome.ERROR))).containsExactly("JCache: 0 failed, 1 errors");
    }

    @Test
    void complaints_skipped_areComplainedOf() {
        assertThat(complaints(Results.BY_REFERENCE, bad(Outcome.SKIPPED))).hasSize(1);
    }

    @Test
    void complaints_testMissing_namesBothNumbers() {
        List<TestResult> results = Results.complete();
        results.remove(0);

        assertThat(new AcceptanceRules(Results.BY_REFERENCE).complaints(results))
                .containsExactly("JCache: 480 tests ran, but the TCK has 481");
    }

    @Test
    void complaints_dummyTestIsNoOp_isExcused() {
        assertThat(complaints(Results.BY_REFERENCE, noOp("org.jsr107.tck.CachingTest", "dummyTest")))
                .isEmpty();
    }

    @Test
    void complaints_byReferenceIsNoOp_excusedOnlyWhereUnsupported() {
        TestResult noOp = noOp("org.jsr107.tck.StoreByReferenceTest", "put_Existing");

        assertThat(complaints(Results.BY_VALUE_ONLY, noOp)).isEmpty();
        assertThat(complaints(Results.BY_REFERENCE, noOp))
                .singleElement()
                .asString()
                .endsWith("StoreByReferenceTest.put_Existing");
    }

    @Test
    void complaints_byReferenceOfTypes_excusedAlone() {
        String excused = "simpleAPINoGenericsAndNoTypeEnforcementStoreByReference";

        assertThat(complaints(Results.BY_VALUE_ONLY, noOp("org.jsr107.tck.TypesTest", excused)))
                .isEmpty();
        assertThat(complaints(Results.BY_VALUE_ONLY, noOp("org.jsr107.tck.TypesTest", "other")))
                .hasSize(1);
    }

    @Test
    void complaints_annotationTestIsNoOp_isNeverExcused() {
        TestResult noOp = noOp(ANNOTATION_TEST, "test_AT_CacheResult");

        assertThat(complaints(Results.BY_VALUE_ONLY, noOp))
                .singleElement()
                .asString()
                .startsWith("Annotations:");
    }

    private static List<String> complaints(Subject subject, TestResult... results) {
        return new AcceptanceRules(subject).complaints(Results.complete(results));
    }

    private static TestResult bad(Outcome outcome) {
        return Results.of("org.jsr107.tck.GetTest", "get", outcome);
    }

    private static TestResult noOp(String className, String method) {
        return Results.of(className, method, Outcome.NO_OP);
    }
}
