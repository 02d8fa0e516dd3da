package dev.larder.contract.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.Eventually;
import dev.larder.contract.ThreadDump;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that makes one call, whose result or failure can be awaited. */
public final class CallingThread {
    private final CompletableFuture<@Nullable Integer> result = new CompletableFuture<>();
    private final Thread thread;

    public CallingThread(Supplier<@Nullable Integer> question) {
        thread = new Thread(() -> call(question), "contract");
        thread.setDaemon(true);
        thread.start();
    }

    private void call(Supplier<@Nullable Integer> question) {
        try {
            result.complete(question.get());
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Waits until the thread pauses in the core, or has finished. */
    public void awaitPause() {
        assertThat(Eventually.is(Duration.ofSeconds(30), () -> result.isDone() || pauses()))
                .as("whether it pauses")
                .isTrue();
    }

    // A wait for a store's reply does not count: the core parks with an object of its own.
    private boolean pauses() {
        Object blocker = LockSupport.getBlocker(thread);
        return blocker != null && blocker.getClass().getName().startsWith("dev.larder.internal.");
    }

    public boolean isDone() {
        return result.isDone();
    }

    /** Waits for the result, up to 30 seconds, and returns it. Throws what the call threw. */
    public @Nullable Integer result() {
        try {
            return result.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException hanging) {
            throw new AssertionError("no answer\n" + ThreadDump.all(), hanging);
        }
    }
}
