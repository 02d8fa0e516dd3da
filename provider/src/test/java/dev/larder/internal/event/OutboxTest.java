package dev.larder.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.lock.KeyTable;
import java.util.ArrayList;
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
class OutboxTest {
    private final KeyTable<Outbox<String, String>> table = new KeyTable<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void deliver_severalPosted_comeInOrderWhoeverDelivers() {
        Outbox<String, String> outbox = new Outbox<>("k");
        List<Parcel<String, String>> posted = List.of(parcel(), parcel(), parcel());
        posted.forEach(outbox::post);
        List<Parcel<String, String>> delivered = new ArrayList<>();

        outbox.deliver(table, delivered::add);

        assertThat(delivered).containsExactlyElementsOf(posted);
    }

    @Test
    void deliver_nestedInOwnDelivery_isDoneBeforeTheNestedCallReturns() {
        Outbox<String, String> outbox = new Outbox<>("k");
        Parcel<String, String> outer = parcel();
        Parcel<String, String> nested = parcel();
        List<Parcel<String, String>> delivered = new ArrayList<>();
        outbox.post(outer);

        outbox.deliver(table, parcel -> {
            delivered.add(parcel);
            if (parcel == outer) {
                outbox.post(nested);
                outbox.deliver(table, delivered::add);
                assertThat(delivered).containsExactly(outer, nested);
            }
        });

        assertThat(delivered).containsExactly(outer, nested);
    }

    @Test
    void deliver_twoListenersPostIntoEachOther_bothAreDeliveredAndNobodyWaits() throws Exception {
        Outbox<String, String> one = new Outbox<>("k");
        Outbox<String, String> two = new Outbox<>("k");
        CyclicBarrier bothDeliver = new CyclicBarrier(2);
        List<Parcel<String, String>> delivered = java.util.Collections.synchronizedList(new ArrayList<>());

        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> deliverInto(one, two, bothDeliver, delivered), threads);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> deliverInto(two, one, bothDeliver, delivered), threads);

        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(delivered).hasSize(4);
    }

    /** The deliverer waits for this thread, so to speak: it is left to its work, which includes this parcel. */
    @Test
    void deliver_anotherThreadDeliversForTooLong_returnsAndLeavesItToThat() throws Exception {
        Outbox<String, String> outbox = new Outbox<>("k");
        List<Parcel<String, String>> delivered = java.util.Collections.synchronizedList(new ArrayList<>());
        Parcel<String, String> first = parcel();
        Parcel<String, String> second = parcel();
        outbox.post(first);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> outbox.deliver(table, parcel -> {
                    delivered.add(parcel);
                    begun.countDown();
                    awaitOpen(go);
                }),
                threads);
        awaitOpen(begun);
        outbox.post(second);
        outbox.deliver(table, delivered::add);
        assertThat(delivered).containsExactly(first);
        go.countDown();
        other.get(10, TimeUnit.SECONDS);
        assertThat(delivered).containsExactly(first, second);
    }

    @Test
    void deliver_diesHalfWay_leavesTheRestToTheNext() {
        Outbox<String, String> outbox = new Outbox<>("k");
        Parcel<String, String> first = parcel();
        Parcel<String, String> second = parcel();
        List<Parcel<String, String>> delivered = new ArrayList<>();
        outbox.post(first);
        outbox.post(second);
        assertThatThrownBy(() -> outbox.deliver(table, parcel -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(outbox.isHeldByCurrentThread()).isFalse();
        outbox.deliver(table, delivered::add);
        assertThat(delivered).containsExactly(second);
        assertThat(outbox.isRetired()).isTrue();
    }

    @Test
    void post_allDelivered_isRefusedSoThatTheKeyGetsANewOne() {
        Outbox<String, String> outbox = new Outbox<>("k");
        outbox.post(parcel());
        outbox.deliver(table, parcel -> {});
        assertThat(outbox.post(parcel())).isFalse();
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void deliverInto(
            Outbox<String, String> mine,
            Outbox<String, String> other,
            CyclicBarrier bothDeliver,
            List<Parcel<String, String>> delivered) {
        Parcel<String, String> first = parcel();
        mine.post(first);
        mine.deliver(table, parcel -> {
            delivered.add(parcel);
            if (parcel == first) {
                await(bothDeliver);
                other.post(parcel());
                other.deliver(table, delivered::add);
                await(bothDeliver);
            }
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Parcel<String, String> parcel() {
        return new Parcel<>(List.of());
    }
}
