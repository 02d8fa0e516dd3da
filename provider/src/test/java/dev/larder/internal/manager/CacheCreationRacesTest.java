package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks for a cache that others are making or closing: waits, and never for himself. */
@Timeout(120)
class CacheCreationRacesTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 200;

    private final Managed managed = new Managed();
    private final CacheManager manager = managed.manager();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        managed.close();
    }

    @Test
    void getOrCreate_byManyThreads_eachGetsTheOneCache() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "cache " + round;
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Cache<Object, Object>>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return getOrCreate(name);
                }));
            }
            Set<Cache<Object, Object>> got = new HashSet<>();
            for (Future<Cache<Object, Object>> each : results) {
                got.add(each.get(30, TimeUnit.SECONDS));
            }
            assertThat(got).hasSize(1).doesNotContainNull();
        }
    }

    private @Nullable Cache<Object, Object> getOrCreate(String name) {
        Cache<Object, Object> cache = manager.getCache(name);
        if (cache != null) {
            return cache;
        }
        try {
            return manager.createCache(name, new MutableConfiguration<>());
        } catch (CacheException existsAlready) {
            return manager.getCache(name);
        }
    }

    @Test
    void createAndDestroy_byManyThreads_neverMeetAClosedCache() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            boolean destroys = thread % 2 == 0;
            done.add(threads.submit(() -> {
                start.await();
                for (int round = 0; round < ROUNDS; round++) {
                    createOrDestroy(destroys);
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get(60, TimeUnit.SECONDS);
        }
        manager.destroyCache("orders");
        assertThat(manager.createCache("orders", new MutableConfiguration<>())).isNotNull();
    }

    private void createOrDestroy(boolean destroys) {
        if (destroys) {
            manager.destroyCache("orders");
        } else {
            Throwable refusal = catchThrowable(() -> manager.createCache("orders", new MutableConfiguration<>()));
            assertThat(refusal == null || String.valueOf(refusal.getMessage()).contains("exists already"))
                    .as(String.valueOf(refusal))
                    .isTrue();
        }
    }

    @Test
    void getCache_whileItIsBeingMade_waitsForIt() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch latch = new CountDownLatch(1);
        Future<Cache<Object, Object>> created = threads.submit(() -> manager.createCache("orders", with(() -> {
            making.countDown();
            return passing(latch);
        })));
        making.await();
        Waiting<Cache<Object, Object>> request = new Waiting<>(() -> manager.getCache("orders"));
        Waiting<Throwable> refused =
                new Waiting<>(() -> catchThrowable(() -> manager.createCache("orders", new MutableConfiguration<>())));
        request.awaitPause();
        refused.awaitPause();
        latch.countDown();
        assertThat(request.get()).isNotNull().isSameAs(created.get(30, TimeUnit.SECONDS));
        assertThat(refused.get()).isInstanceOf(CacheException.class).hasMessageContaining("exists already");
    }

    @Test
    void createCache_whileAnotherCreationFails_makesIt() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch latch = new CountDownLatch(1);
        Future<Throwable> failed = threads.submit(() -> catchThrowable(() -> manager.createCache("orders", with(() -> {
            making.countDown();
            passing(latch);
            throw new IllegalStateException("no policy today");
        }))));
        making.await();
        Waiting<Cache<Object, Object>> second =
                new Waiting<>(() -> manager.createCache("orders", new MutableConfiguration<>()));
        Waiting<Cache<Object, Object>> request = new Waiting<>(() -> manager.getCache("orders"));
        second.awaitPause();
        request.awaitPause();
        latch.countDown();
        assertThat(failed.get(30, TimeUnit.SECONDS)).isInstanceOf(CacheException.class);
        assertThat(second.get()).isNotNull().isSameAs(manager.getCache("orders"));
        assertThat(request.get()).isIn(null, second.get());
    }

    @Test
    void getCache_fromItsOwnFactory_saysSoAtOnce() {
        for (Runnable request : List.<Runnable>of(
                () -> manager.getCache("orders"), () -> manager.createCache("orders", new MutableConfiguration<>()))) {
            assertThatThrownBy(() -> manager.createCache("orders", with(() -> {
                        request.run();
                        return new EternalExpiryPolicy();
                    })))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(
                            "cache 'orders' is being created or closed by the same code that" + " requests it");
        }
        assertThat(manager.createCache("orders", new MutableConfiguration<>())).isNotNull();
    }

    @Test
    void createCache_factoriesThatAskForEachOthersCaches_endAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Future<Throwable> one = threads.submit(() -> meeting(both, "one", "other"));
        Future<Throwable> other = threads.submit(() -> meeting(both, "other", "one"));
        List<@Nullable Throwable> outcomes = new ArrayList<>();
        outcomes.add(one.get(20, TimeUnit.SECONDS));
        outcomes.add(other.get(20, TimeUnit.SECONDS));
        assertThat(outcomes).anyMatch(CacheException.class::isInstance);
    }

    private Throwable meeting(CyclicBarrier both, String name, String other) {
        return catchThrowable(() -> manager.createCache(name, with(() -> {
            try {
                both.await();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            manager.getCache(other);
            return new EternalExpiryPolicy();
        })));
    }

    @Test
    void createCache_whileTheOldOneIsBeingClosed_waitsUntilItIsGone() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch latch = new CountDownLatch(1);
        Cache<Object, Object> old = manager.createCache(
                "orders",
                with(() -> new ClosingPolicy(() -> {
                    closing.countDown();
                    passing(latch);
                })));
        Future<?> closed = threads.submit(old::close);
        closing.await();
        assertThat(manager.<Object, Object>getCache("orders")).isNull();
        Waiting<Cache<Object, Object>> next =
                new Waiting<>(() -> manager.createCache("orders", new MutableConfiguration<>()));
        next.awaitPause();
        latch.countDown();
        closed.get(30, TimeUnit.SECONDS);
        assertThat(next.get()).isNotNull().isNotSameAs(old);
    }

    @Test
    void createCache_fromWhatIsClosedWithTheOldOne_saysSoAtOnce() {
        AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();
        Cache<Object, Object> old = manager.createCache(
                "orders",
                with(() -> new ClosingPolicy(() -> refusal.set(
                        catchThrowable(() -> manager.createCache("orders", new MutableConfiguration<>()))))));
        old.close();
        assertThat(refusal.get()).isInstanceOf(CacheException.class).hasMessageContaining("the same code");
        assertThat(manager.createCache("orders", new MutableConfiguration<>())).isNotNull();
    }

    private static MutableConfiguration<Object, Object> with(Supplier<ExpiryPolicy> policy) {
        return new MutableConfiguration<>().setExpiryPolicyFactory(policy::get);
    }

    private static ExpiryPolicy passing(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return new EternalExpiryPolicy();
    }

    /** A question on a thread of its own. */
    private static final class Waiting<T> {
        private final CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
        private final Thread thread;

        Waiting(Supplier<@Nullable T> question) {
            thread = new Thread(() -> {
                try {
                    answer.complete(question.get());
                } catch (RuntimeException | Error failure) {
                    answer.completeExceptionally(failure);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        void awaitPause() {
            while (!answer.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        @Nullable
        T get() throws Exception {
            return answer.get(30, TimeUnit.SECONDS);
        }
    }

    /** Eternal, and does something when it is closed. */
    private static final class ClosingPolicy implements ExpiryPolicy, Closeable {
        private final EternalExpiryPolicy eternal = new EternalExpiryPolicy();
        private final Runnable onClose;

        ClosingPolicy(Runnable onClose) {
            this.onClose = onClose;
        }

        @Override
        public Duration getExpiryForCreation() {
            return eternal.getExpiryForCreation();
        }

        @Override
        public Duration getExpiryForAccess() {
            return eternal.getExpiryForAccess();
        }

        @Override
        public Duration getExpiryForUpdate() {
            return eternal.getExpiryForUpdate();
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
