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
class EventQueueTest {
    private final KeyTable<EventQueue<String, String>> table = new KeyTable<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void deliver_severalPosted_keepsTheOrderInAnyThread() {
        EventQueue<String, String> eventQueue = new EventQueue<>("k");
        List<EventBatch<String, String>> posted = List.of(eventBatch(), eventBatch(), eventBatch());
        posted.forEach(eventQueue::post);
        List<EventBatch<String, String>> delivered = new ArrayList<>();

        eventQueue.deliver(table, delivered::add);

        assertThat(delivered).containsExactlyElementsOf(posted);
    }

    @Test
    void deliver_nestedInOwnDelivery_isDoneBeforeTheNestedCallReturns() {
        EventQueue<String, String> eventQueue = new EventQueue<>("k");
        EventBatch<String, String> outer = eventBatch();
        EventBatch<String, String> nested = eventBatch();
        List<EventBatch<String, String>> delivered = new ArrayList<>();
        eventQueue.post(outer);

        eventQueue.deliver(table, eventBatch -> {
            delivered.add(eventBatch);
            if (eventBatch == outer) {
                eventQueue.post(nested);
                eventQueue.deliver(table, delivered::add);
                assertThat(delivered).containsExactly(outer, nested);
            }
        });

        assertThat(delivered).containsExactly(outer, nested);
    }

    @Test
    void deliver_twoListenersPostIntoEachOther_deliversBothWithoutWaiting() throws Exception {
        EventQueue<String, String> one = new EventQueue<>("k");
        EventQueue<String, String> two = new EventQueue<>("k");
        CyclicBarrier bothDeliver = new CyclicBarrier(2);
        List<EventBatch<String, String>> delivered = java.util.Collections.synchronizedList(new ArrayList<>());

        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> deliverInto(one, two, bothDeliver, delivered), threads);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> deliverInto(two, one, bothDeliver, delivered), threads);

        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(delivered).hasSize(4);
    }

    /** The delivering thread waits for this thread, which must therefore not wait for it; it delivers this batch too. */
    @Test
    void deliver_anotherThreadDeliversForTooLong_returnsAndLeavesItToThat() throws Exception {
        EventQueue<String, String> eventQueue = new EventQueue<>("k");
        List<EventBatch<String, String>> delivered = java.util.Collections.synchronizedList(new ArrayList<>());
        EventBatch<String, String> first = eventBatch();
        EventBatch<String, String> second = eventBatch();
        eventQueue.post(first);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> eventQueue.deliver(table, eventBatch -> {
                    delivered.add(eventBatch);
                    started.countDown();
                    awaitOpen(go);
                }),
                threads);
        awaitOpen(started);
        eventQueue.post(second);
        eventQueue.deliver(table, delivered::add);
        assertThat(delivered).containsExactly(first);
        go.countDown();
        other.get(10, TimeUnit.SECONDS);
        assertThat(delivered).containsExactly(first, second);
    }

    @Test
    void deliver_endsWithAnError_leavesTheRestToTheNext() {
        EventQueue<String, String> eventQueue = new EventQueue<>("k");
        EventBatch<String, String> first = eventBatch();
        EventBatch<String, String> second = eventBatch();
        List<EventBatch<String, String>> delivered = new ArrayList<>();
        eventQueue.post(first);
        eventQueue.post(second);
        assertThatThrownBy(() -> eventQueue.deliver(table, eventBatch -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(eventQueue.isHeldByCurrentThread()).isFalse();
        eventQueue.deliver(table, delivered::add);
        assertThat(delivered).containsExactly(second);
        assertThat(eventQueue.isRetired()).isTrue();
    }

    @Test
    void post_allDelivered_isRefusedSoThatTheKeyGetsANewOne() {
        EventQueue<String, String> eventQueue = new EventQueue<>("k");
        eventQueue.post(eventBatch());
        eventQueue.deliver(table, eventBatch -> {});
        assertThat(eventQueue.post(eventBatch())).isFalse();
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void deliverInto(
            EventQueue<String, String> mine,
            EventQueue<String, String> other,
            CyclicBarrier bothDeliver,
            List<EventBatch<String, String>> delivered) {
        EventBatch<String, String> first = eventBatch();
        mine.post(first);
        mine.deliver(table, eventBatch -> {
            delivered.add(eventBatch);
            if (eventBatch == first) {
                await(bothDeliver);
                other.post(eventBatch());
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

    private static EventBatch<String, String> eventBatch() {
        return new EventBatch<>(List.of());
    }
}
