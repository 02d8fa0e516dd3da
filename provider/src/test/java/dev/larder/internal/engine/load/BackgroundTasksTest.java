package dev.larder.internal.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTasksTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>();
    private final AtomicBoolean ran = new AtomicBoolean();

    private void refused(RejectedExecutionException refusal) {
        refusals.add(String.valueOf(refusal.getMessage()));
    }

    @Test
    void start_runsTheTaskOnTheExecutor() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", waiting::add);
        backgroundTasks.start(() -> ran.set(true), this::refused);
        assertThat(ran).isFalse();
        waiting.remove().run();
        assertThat(ran).isTrue();
        assertThat(refusals).isEmpty();
    }

    @Test
    void start_closedBeforeItBegins_isRejected() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", waiting::add);
        backgroundTasks.start(() -> ran.set(true), this::refused);
        backgroundTasks.close();
        waiting.remove().run();
        assertThat(ran).isFalse();
        assertThat(refusals).containsExactly("cache 'books' has been closed");
    }

    @Test
    void start_refusalThrowsInTheBackground_threadOfTheExecutorSurvives() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", waiting::add);
        backgroundTasks.start(() -> ran.set(true), refusal -> {
            throw new IllegalStateException("user code failed on purpose");
        });
        backgroundTasks.close();
        assertThatCode(() -> waiting.remove().run()).doesNotThrowAnyException();
    }

    @Test
    void start_executorIsFull_isRefused() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", task -> {
            throw new RejectedExecutionException("full");
        });
        backgroundTasks.start(() -> ran.set(true), this::refused);
        assertThat(ran).isFalse();
        assertThat(refusals).containsExactly("full");
    }

    @Test
    void start_executorThrowsError_isRejected() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        backgroundTasks.start(() -> ran.set(true), this::refused);
        assertThat(refusals).hasSize(1).first().asString().contains("'books'", "unable to create native thread");
    }

    @Test
    void start_taskThrowsError_closeDoesNotWait() {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", Runnable::run);
        backgroundTasks.start(
                () -> {
                    throw new StackOverflowError();
                },
                this::refused);
        backgroundTasks.start(() -> ran.set(true), this::refused);
        assertThat(ran).isTrue();
        assertThat(refusals).isEmpty();
    }

    @Test
    void close_waitsForWhatRuns() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", task -> new Thread(task).start());
        backgroundTasks.start(
                () -> {
                    started.countDown();
                    awaitUninterruptibly(go);
                    ran.set(true);
                },
                this::refused);
        started.await();
        CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(() -> {
            backgroundTasks.close();
            return ran.get();
        });
        // Time to go wrong: a close that does not wait has ended by then.
        assertThat(closing.copy()
                        .completeOnTimeout(false, 100, TimeUnit.MILLISECONDS)
                        .join())
                .isFalse();
        go.countDown();
        assertThat(closing.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void close_byItsOwnTask_doesNotWaitForItself() throws Exception {
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", Runnable::run);
        Thread thread = new Thread(() -> backgroundTasks.start(
                // A task within a task holds two permits.
                () -> backgroundTasks.start(
                        () -> {
                            backgroundTasks.close();
                            ran.set(true);
                        },
                        this::refused),
                this::refused));
        thread.start();
        while (thread.isAlive()) {
            assertThat(thread.getState()).isNotEqualTo(Thread.State.TIMED_WAITING);
            thread.join(1);
        }
        assertThat(ran).isTrue();
        backgroundTasks.start(() -> {}, this::refused);
        assertThat(refusals).containsExactly("cache 'books' has been closed");
    }

    @Test
    void close_byItsOwnTask_waitsForOthers() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BackgroundTasks backgroundTasks = new BackgroundTasks("books", task -> new Thread(task).start());
        backgroundTasks.start(
                () -> {
                    started.countDown();
                    awaitUninterruptibly(go);
                    ran.set(true);
                },
                this::refused);
        started.await();
        CompletableFuture<Boolean> closing = new CompletableFuture<>();
        backgroundTasks.start(
                () -> {
                    backgroundTasks.close();
                    closing.complete(ran.get());
                },
                this::refused);
        // Time to go wrong: a close that does not wait has ended by then.
        assertThat(closing.copy()
                        .completeOnTimeout(true, 100, TimeUnit.MILLISECONDS)
                        .join())
                .isTrue();
        go.countDown();
        assertThat(closing.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
