package dev.larder.internal.event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other, in the order given, on the threads of another executor. What a task throws is logged,
 * and the following tasks still run. If the executor rejects a run, the queued tasks are dropped; the next task tries
 * again.
 */
final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

    SerialExecutor(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        startIfNeeded();
    }

    // Called again when a run ends: a task may have come between the last poll and the end.
    private void startIfNeeded() {
        while (!tasks.isEmpty() && running.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
                return;
            } catch (Exception | Error rejected) {
                drop(rejected);
                running.set(false);
            }
        }
    }

    private void drop(Throwable rejected) {
        int dropped = 0;
        while (tasks.poll() != null) {
            dropped++;
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} events are dropped: the executor rejects tasks. Logged once; later drops are logged at"
                            + " debug level",
                    dropped,
                    rejected);
        } else {
            LOG.debug("{} events are dropped: the executor rejects tasks", dropped, rejected);
        }
    }

    private void drain() {
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                run(task);
            }
        } finally {
            running.set(false);
            startIfNeeded();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Exception | Error failure) {
            LOG.warn("an event could not be delivered; it is dropped", failure);
        }
    }
}
