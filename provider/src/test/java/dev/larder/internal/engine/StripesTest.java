package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StripesTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void enter_twoThreadsInOppositeOrders_neitherWaitsForEver() throws Exception {
        Stripe one = new Stripe();
        Stripe two = new Stripe();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        List<CompletableFuture<Boolean>> nested = List.of(
                CompletableFuture.supplyAsync(() -> nest(one, two, bothHoldOne), threads),
                CompletableFuture.supplyAsync(() -> nest(two, one, bothHoldOne), threads));

        assertThat(nested.get(0).get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(nested.get(1).get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void enter_threadThatHoldsNone_waitsForItsTurn() throws Exception {
        Stripe stripe = new Stripe();
        CountDownLatch entered = new CountDownLatch(1);
        assertThat(stripe.enter()).isTrue();

        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(
                () -> {
                    boolean held = stripe.enter();
                    entered.countDown();
                    stripe.leave();
                    return held;
                },
                threads);

        assertThat(entered.await(50, TimeUnit.MILLISECONDS)).isFalse();
        stripe.leave();
        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void busy_otherThreads_doNotSeeThemselvesAtWork() throws Exception {
        Stripe stripe = new Stripe();
        stripe.enter();
        stripe.busyWith(List.of("k"));

        assertThat(stripe.isBusyWith("k")).isTrue();
        assertThat(stripe.isBusyWith("other")).isFalse();
        assertThat(CompletableFuture.supplyAsync(() -> stripe.isBusyWith("k"), threads)
                        .get(10, TimeUnit.SECONDS))
                .isFalse();
        stripe.leave();
    }

    private static boolean nest(Stripe first, Stripe second, CyclicBarrier bothHoldOne) {
        first.enter();
        try {
            bothHoldOne.await();
            boolean held = second.enter();
            bothHoldOne.await();
            if (held) {
                second.leave();
            }
            return held;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            first.leave();
        }
    }
}
