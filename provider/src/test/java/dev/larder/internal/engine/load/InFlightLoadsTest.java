package dev.larder.internal.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.lock.HeldLocks;
import dev.larder.internal.lock.KeyLock;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightLoadsTest {
    // Each its own: with two processors the common pool has a single thread on later JDKs.
    private static final Executor THREADS = task -> new Thread(task).start();

    private final InFlightLoads<String> inFlightLoads = new InFlightLoads<>("books", Duration.ofSeconds(30));
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** A load of another thread that has started and ends when {@code go} is released. */
    private <V> CompletableFuture<V> startLoad(Supplier<V> loader) throws InterruptedException {
        CompletableFuture<V> load = CompletableFuture.supplyAsync(
                () -> inFlightLoads.load(
                        "k",
                        () -> {
                            started.countDown();
                            await(go);
                            return loader.get();
                        },
                        Objects::nonNull),
                THREADS);
        started.await();
        return load;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private CompletableFuture<InFlightLoads.Outcome> waiting() {
        CountDownLatch about = new CountDownLatch(1);
        CompletableFuture<InFlightLoads.Outcome> waiting = CompletableFuture.supplyAsync(
                () -> {
                    about.countDown();
                    return inFlightLoads.await("k");
                },
                THREADS);
        await(about);
        return waiting;
    }

    @Test
    void await_nothingUnderWay_isNone() {
        assertThat(inFlightLoads.await("k")).isEqualTo(InFlightLoads.Outcome.NONE);
    }

    @Test
    void await_ofAnotherKey_isNone() throws InterruptedException {
        CompletableFuture<Integer> load = startLoad(() -> 1);
        assertThat(inFlightLoads.await("other")).isEqualTo(InFlightLoads.Outcome.NONE);
        go.countDown();
        assertThat(load.join()).isEqualTo(1);
    }

    @Test
    void await_threadHoldsAKeyLock_doesNotWait() throws InterruptedException {
        CompletableFuture<Integer> load = startLoad(() -> 1);
        KeyLock lock = new KeyLock("other", Thread.currentThread());
        HeldLocks.beginOperation(HeldLocks.ofThread(), lock);
        try {
            assertThat(inFlightLoads.await("k")).isEqualTo(InFlightLoads.Outcome.NONE);
        } finally {
            HeldLocks.forget(HeldLocks.ofThread(), lock);
        }
        go.countDown();
        assertThat(load.join()).isEqualTo(1);
    }

    @Test
    void load_ended_isRemoved() {
        assertThat(inFlightLoads.load("k", () -> 1, Objects::nonNull)).isEqualTo(1);
        assertThatThrownBy(() -> inFlightLoads.load(
                        "k",
                        () -> {
                            throw new IllegalStateException("down");
                        },
                        Objects::nonNull))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inFlightLoads.await("k")).isEqualTo(InFlightLoads.Outcome.NONE);
    }

    @Test
    void await_loadFails_getsTheSameFailure() throws Exception {
        IllegalStateException down = new IllegalStateException("down");
        CompletableFuture<Integer> load = startLoad(() -> {
            throw down;
        });
        CompletableFuture<InFlightLoads.Outcome> waiting = waiting();
        // The waiting thread is about to join, or has: only what it finds by then decides.
        go.countDown();
        assertThatThrownBy(load::join).hasCause(down);
        Throwable failure = waiting.handle((outcome, thrown) -> thrown).get(20, TimeUnit.SECONDS);
        assertThat(failure == null ? down : failure.getCause()).isSameAs(down);
    }

    @Test
    void load_throwsError_letsWaitingThreadsLoad() throws Exception {
        CompletableFuture<Integer> load = startLoad(() -> {
            throw new StackOverflowError();
        });
        CompletableFuture<InFlightLoads.Outcome> waiting = waiting();
        go.countDown();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(InFlightLoads.Outcome.NONE);
        assertThatThrownBy(load::join).hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void loadUnlessInFlight_afterWaitingForAnother_isNotBlockedByIt() throws Exception {
        for (int round = 0; round < 300; round++) {
            CompletableFuture<Integer> load =
                    CompletableFuture.supplyAsync(() -> inFlightLoads.load("k", () -> 1, Objects::nonNull), THREADS);
            while (inFlightLoads.await("k") == InFlightLoads.Outcome.NONE && !load.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(inFlightLoads.loadUnlessInFlight("k", () -> 2, Objects::nonNull))
                    .isEqualTo(2);
            load.join();
        }
    }

    @Test
    void await_interrupted_stopsAtOnceAndKeepsTheFlag() throws Exception {
        CompletableFuture<Integer> load = startLoad(() -> 1);
        CompletableFuture<Boolean> kept = CompletableFuture.supplyAsync(
                () -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> inFlightLoads.await("k"))
                            .isInstanceOf(CacheException.class)
                            .hasMessageContaining("'books'")
                            .hasMessageContaining("'k'");
                    return Thread.currentThread().isInterrupted();
                },
                THREADS);
        assertThat(kept.get(20, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        assertThat(load.join()).isEqualTo(1);
    }

    @Test
    void await_loadTakesTooLong_isReplacedOnce() throws Exception {
        InFlightLoads<String> hasty = new InFlightLoads<>("books", Duration.ofMillis(20));
        CompletableFuture<Integer> load =
                CompletableFuture.supplyAsync(() -> hasty.load("k", this::held, Objects::nonNull), THREADS);
        started.await();
        assertThat(hasty.await("k")).isEqualTo(InFlightLoads.Outcome.TIMED_OUT);
        assertThat(hasty.await("k")).isEqualTo(InFlightLoads.Outcome.NONE);
        assertThat(hasty.loadUnlessInFlight("k", () -> 2, Objects::nonNull)).isEqualTo(2);
        go.countDown();
        assertThat(load.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }

    /** A loader that reads its own key, by this thread. */
    @Test
    void await_ofOnesOwnLoad_isNone() {
        assertThat(inFlightLoads.load("k", () -> inFlightLoads.await("k"), Objects::nonNull))
                .isEqualTo(InFlightLoads.Outcome.NONE);
    }

    /** While a worker of a pool waits it must not begin another task: that would wait on top of it. */
    @Test
    void await_workersOfAForkJoinPool_waitOnceEach() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        try {
            CompletableFuture<Integer> load = startLoad(() -> 1);
            ThreadLocal<Integer> waits = ThreadLocal.withInitial(() -> 0);
            Queue<Integer> depths = new ConcurrentLinkedQueue<>();
            CompletableFuture<?> all = CompletableFuture.allOf(IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                waits.set(waits.get() + 1);
                                depths.add(waits.get());
                                inFlightLoads.await("k");
                                waits.set(waits.get() - 1);
                            },
                            pool))
                    .toArray(CompletableFuture[]::new));
            while (depths.size() < 2) {
                Thread.onSpinWait();
            }
            // Time to go wrong: a worker that helps has begun other tasks by then.
            TimeUnit.MILLISECONDS.sleep(100);
            go.countDown();
            all.get(20, TimeUnit.SECONDS);
            load.join();
            assertThat(depths).hasSize(200).containsOnly(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private Integer held() {
        started.countDown();
        await(go);
        return 1;
    }
}
