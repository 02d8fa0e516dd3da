package dev.larder.redis.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.redis.command.RedisFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RequestBatcherTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<List<Integer>> batches = new ArrayList<>();
    private final ConcurrentLinkedQueue<Thread> askers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Doubles each request; the first batch waits for {@code go}. */
    private List<Integer> held(List<Integer> questions) {
        batches.add(questions);
        started.countDown();
        await(go);
        return questions.stream().map(each -> 2 * each).toList();
    }

    private List<Integer> failing(List<Integer> questions) {
        held(questions);
        throw new RedisFailure("away", null);
    }

    /** Whether or not the thread is interrupted, and leaves it so. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = Thread.interrupted();
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException again) {
            throw new AssertionError(again);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private CompletableFuture<Integer> asking(RequestBatcher<Integer, Integer> requestBatcher, int question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    askers.add(Thread.currentThread());
                    return requestBatcher.submit(question);
                },
                task -> new Thread(task).start());
    }

    private void awaitParked(int count) {
        while (askers.stream().filter(RequestBatcherTest::isParked).count() < count) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private List<CompletableFuture<Integer>> oneUnderWayAndTwoWaiting(RequestBatcher<Integer, Integer> requestBatcher) {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        calls.add(asking(requestBatcher, 1));
        await(started);
        calls.add(asking(requestBatcher, 2));
        calls.add(asking(requestBatcher, 3));
        awaitParked(3);
        return calls;
    }

    @Test
    void submit_noOtherCall_isSentAlone() {
        go.countDown();
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(this::held, 1, 10, LONG);
        assertThat(requestBatcher.submit(1)).isEqualTo(2);
        assertThat(requestBatcher.submit(2)).isEqualTo(4);
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void submit_otherCallsWait_areSentTogether() {
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(this::held, 1, 10, LONG);
        List<CompletableFuture<Integer>> calls = oneUnderWayAndTwoWaiting(requestBatcher);
        go.countDown();
        assertThat(calls.stream().map(CompletableFuture::join)).containsExactly(2, 4, 6);
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void submit_moreCallsThanABatchHolds_answersAll() {
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(this::held, 1, 1, LONG);
        List<CompletableFuture<Integer>> calls = oneUnderWayAndTwoWaiting(requestBatcher);
        go.countDown();
        assertThat(calls.stream().map(CompletableFuture::join)).containsExactly(2, 4, 6);
        assertThat(batches).hasSize(3);
    }

    @Test
    void submit_failure_reachesAllCallsOfTheBatch() {
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(this::failing, 1, 10, LONG);
        List<CompletableFuture<Integer>> calls = oneUnderWayAndTwoWaiting(requestBatcher);
        go.countDown();
        for (CompletableFuture<Integer> each : calls) {
            assertThatThrownBy(each::join)
                    .cause()
                    .isInstanceOf(RedisFailure.class)
                    .hasMessage("away");
        }
        assertThatThrownBy(() -> requestBatcher.submit(4)).isInstanceOf(RedisFailure.class);
    }

    @Test
    void submit_allBatchesHang_failsInTimeAndIsNotSentLater() {
        RequestBatcher<Integer, Integer> requestBatcher =
                new RequestBatcher<>(this::held, 1, 10, Duration.ofMillis(50));
        CompletableFuture<Integer> first = asking(requestBatcher, 1);
        await(started);
        assertThatThrownBy(() -> requestBatcher.submit(2))
                .isInstanceOf(RedisFailure.class)
                .hasMessageContaining("in time");
        go.countDown();
        assertThat(first.join()).isEqualTo(2);
        assertThat(requestBatcher.submit(3)).isEqualTo(6);
        assertThat(batches).containsExactly(List.of(1), List.of(3));
    }

    /** The thread that ran the batch may have ended with an Error that it could not catch. */
    @Test
    void submit_batchNeverReturns_failsInTime() {
        CountDownLatch never = new CountDownLatch(1);
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(
                questions -> {
                    List<Integer> answers = held(questions);
                    if (questions.size() > 1) {
                        await(never);
                    }
                    return answers;
                },
                1,
                10,
                Duration.ofSeconds(2));
        List<CompletableFuture<Integer>> calls = oneUnderWayAndTwoWaiting(requestBatcher);
        go.countDown();
        assertThat(calls.get(0).join()).isEqualTo(2);
        assertThatThrownBy(() ->
                        CompletableFuture.anyOf(calls.get(1), calls.get(2)).join())
                .hasRootCauseInstanceOf(RedisFailure.class)
                .hasMessageContaining("in time");
        never.countDown();
    }

    @Test
    void submit_batchThrowsErrors_placesAreReleased() {
        AtomicInteger calls = new AtomicInteger();
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(
                questions -> {
                    if (calls.incrementAndGet() < 10) {
                        throw new OutOfMemoryError("as if");
                    }
                    return questions;
                },
                2,
                5,
                LONG);
        for (int i = 1; i < 10; i++) {
            assertThatThrownBy(() -> requestBatcher.submit(1)).isInstanceOf(OutOfMemoryError.class);
        }
        assertThat(requestBatcher.submit(7)).isEqualTo(7);
    }

    @Test
    void submit_interruptedWhileWaiting_isAnsweredAndStaysInterrupted() {
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(this::held, 1, 10, LONG);
        CompletableFuture<Integer> first = asking(requestBatcher, 1);
        await(started);
        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(() -> requestBatcher.submit(2) == 4 && Thread.interrupted(), task -> {
                    Thread asker = new Thread(task);
                    asker.start();
                    askers.add(asker);
                });
        awaitParked(2);
        askers.stream().skip(1).forEach(Thread::interrupt);
        go.countDown();
        assertThat(first.join()).isEqualTo(2);
        assertThat(second.join()).isTrue();
    }

    @Test
    void ask_manyThreads_eachGetsItsOwnAnswerAndNoMoreAreUnderWayThanMay() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RequestBatcher<Integer, Integer> requestBatcher = new RequestBatcher<>(
                questions -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.yield();
                    underWay.decrementAndGet();
                    return questions.stream().map(each -> 2 * each).toList();
                },
                2,
                5,
                LONG);
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int first = i * 10_000;
            threads.add(CompletableFuture.runAsync(
                    () -> {
                        for (int number = first; number < first + 3_000; number++) {
                            assertThat(requestBatcher.submit(number)).isEqualTo(2 * number);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        threads.forEach(CompletableFuture::join);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }
}
