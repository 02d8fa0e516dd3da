package dev.larder.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void execute_severalTasks_runInOrderAsOne() {
        SerialExecutor serial = new SerialExecutor(waiting::add);
        serial.execute(() -> ran.add(1));
        serial.execute(() -> ran.add(2));
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void execute_taskThrowsError_runsTheOthers() {
        SerialExecutor serial = new SerialExecutor(waiting::add);
        serial.execute(() -> {
            throw new StackOverflowError();
        });
        serial.execute(() -> ran.add(2));
        waiting.remove().run();
        serial.execute(() -> ran.add(3));
        waiting.remove().run();
        assertThat(ran).containsExactly(2, 3);
    }

    @Test
    void execute_executorRejectsOnce_theNextRuns() {
        AtomicInteger calls = new AtomicInteger();
        SerialExecutor serial = new SerialExecutor(task -> {
            if (calls.getAndIncrement() == 0) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });
        serial.execute(() -> ran.add(1));
        serial.execute(() -> ran.add(2));
        assertThat(ran).containsExactly(2);
    }

    @Test
    void execute_executorThrowsError_runsTheNext() {
        AtomicInteger calls = new AtomicInteger();
        SerialExecutor serial = new SerialExecutor(task -> {
            if (calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        });
        serial.execute(() -> ran.add(1));
        serial.execute(() -> ran.add(2));
        assertThat(ran).containsExactly(2);
    }

    @Test
    void execute_fromWithinATask_runsAfterIt() {
        SerialExecutor serial = new SerialExecutor(Runnable::run);
        serial.execute(() -> {
            serial.execute(() -> ran.add(2));
            ran.add(1);
        });
        assertThat(ran).containsExactly(1, 2);
    }
}
