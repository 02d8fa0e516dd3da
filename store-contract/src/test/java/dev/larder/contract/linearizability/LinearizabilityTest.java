package dev.larder.contract.linearizability;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of concurrent calls are explained by some order of these calls, one at a time. */
@Timeout(300)
final class LinearizabilityTest {

    @ParameterizedTest
    @ValueSource(classes = {Heap.class, Bytes.class, Tokens.class, LosingHeap.class, LosingBytes.class})
    void operations_byManyThreads_areLinearizable(Class<?> operations) {
        options().check(operations);
    }

    /** A check that finds nothing in this would find nothing at all. */
    @Test
    void increment_inTwoSteps_isFoundOut() {
        assertThatThrownBy(() -> options().minimizeFailedScenario(false).check(Broken.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static StressOptions options() {
        return new StressOptions()
                .sequentialSpecification(MapOperations.class)
                .iterations(25)
                .invocationsPerIteration(400)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1);
    }

    /** On the heap. */
    public static final class Heap extends CacheOperations {
        public Heap() {
            super("heap:linearizability?max-entries=unbounded");
        }
    }

    /** On the reference byte store. */
    public static final class Bytes extends CacheOperations {
        public Bytes() {
            super("bytes:linearizability");
        }
    }

    /** On a byte store that distinguishes versions by tokens. */
    public static final class Tokens extends CacheOperations {
        public Tokens() {
            super("bytes:linearizability-by-token?versions=token");
        }
    }

    /** On the heap, where a third of the exchanges are lost. */
    public static final class LosingHeap extends CacheOperations {
        public LosingHeap() {
            super("flaky+heap:linearizability?max-entries=unbounded");
        }
    }

    /** On the reference byte store, where a third of the exchanges are lost. */
    public static final class LosingBytes extends CacheOperations {
        public LosingBytes() {
            super("flaky+bytes:linearizability-with-losses");
        }
    }

    /** An increment that is no operation of the cache's, but two. */
    @Param(name = "key", gen = IntGen.class, conf = "0:0")
    public static final class Broken {
        private final Bytes cache = new Bytes();

        @Operation
        public int increment(@Param(name = "key") int key) {
            Integer seen = cache.get(key);
            int next = seen == null ? 1 : seen + 1;
            cache.put(key, next);
            return next;
        }
    }
}
