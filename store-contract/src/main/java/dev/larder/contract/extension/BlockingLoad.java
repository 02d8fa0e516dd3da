package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value whose load blocks until it is released. */
final class BlockingLoad implements Supplier<@Nullable Integer> {
    private final Supplier<@Nullable Integer> value;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    BlockingLoad(Supplier<@Nullable Integer> value) {
        this.value = value;
    }

    /** A value for loaders that fail. */
    static @Nullable Integer fail() {
        throw new IllegalStateException("database down");
    }

    @Override
    public @Nullable Integer get() {
        calls.incrementAndGet();
        started.countDown();
        await(release);
        return value.get();
    }

    /** Waits until a load has begun. */
    void awaitBegin() {
        await(started);
    }

    void release() {
        release.countDown();
    }

    BlockingLoad released() {
        release();
        return this;
    }

    /** The number of loads so far. */
    int count() {
        return calls.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
