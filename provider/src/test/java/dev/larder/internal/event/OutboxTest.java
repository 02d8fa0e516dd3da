package dev.larder.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutboxTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void deliver_severalPosted_comeInOrderWhoeverDelivers() {
        Outbox<String, String> outbox = new Outbox<>();
        List<Parcel<String, String>> posted = List.of(parcel(), parcel(), parcel());
        posted.forEach(outbox::post);
        List<Parcel<String, String>> delivered = new ArrayList<>();

        outbox.deliver(delivered::add);

        assertThat(delivered).containsExactlyElementsOf(posted);
    }

    @Test
    void deliver_nestedInOwnDelivery_isDoneBeforeTheNestedCallReturns() {
        Outbox<String, String> outbox = new Outbox<>();
        Parcel<String, String> outer = parcel();
        Parcel<String, String> nested = parcel();
        List<Parcel<String, String>> delivered = new ArrayList<>();
        outbox.post(outer);

        outbox.deliver(parcel -> {
            delivered.add(parcel);
            if (parcel == outer) {
                outbox.post(nested);
                outbox.deliver(delivered::add);
                assertThat(delivered).containsExactly(outer, nested);
            }
        });

        assertThat(delivered).containsExactly(outer, nested);
    }

    @Test
    void deliver_twoListenersPostIntoEachOther_bothAreDeliveredAndNobodyWaits() throws Exception {
        Outbox<String, String> one = new Outbox<>();
        Outbox<String, String> two = new Outbox<>();
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

    private static void deliverInto(
            Outbox<String, String> mine,
            Outbox<String, String> other,
            CyclicBarrier bothDeliver,
            List<Parcel<String, String>> delivered) {
        Parcel<String, String> first = parcel();
        mine.post(first);
        mine.deliver(parcel -> {
            delivered.add(parcel);
            if (parcel == first) {
                await(bothDeliver);
                other.post(parcel());
                other.deliver(delivered::add);
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
