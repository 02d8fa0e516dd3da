package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundExecutorTest {
    private final ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};

    private BackgroundExecutor own(String uri) {
        return BackgroundExecutor.of(new Properties(), URI.create(uri), loader);
    }

    private static Thread threadOf(BackgroundExecutor backgroundExecutor) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        backgroundExecutor.executor().execute(() -> thread.complete(Thread.currentThread()));
        return thread.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @ParameterizedTest
    @CsvSource({
        "my-manager, larder-my-manager-1",
        "dev.larder.LarderCachingProvider, larder-dev.larder.LarderCaching-1",
        "file:/etc/app/larder.yaml, larder-larder.yaml-1",
        "redis://user:secret@host:6379/0?password=x, larder-0-1",
        "redis://user:secret@host?password=x, larder-host-1",
        "heap, larder-heap-1",
        "heap:?max-entries=10, larder-heap-1",
        "urn:example:orders, larder-orders-1",
    })
    void ownThreads_areNamedAfterTheManager(String uri, String name) {
        try (BackgroundExecutor backgroundExecutor = own(uri)) {
            assertThat(threadOf(backgroundExecutor).getName()).isEqualTo(name);
        }
    }

    @Test
    void ownThreads_areDaemonsOfTheManagersLoader() {
        try (BackgroundExecutor backgroundExecutor = own("x")) {
            Thread thread = threadOf(backgroundExecutor);
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isSameAs(loader);
        }
    }

    @Test
    void ownThreads_waitForTasksThatTheySubmit_allEnd() {
        try (BackgroundExecutor backgroundExecutor = own("x")) {
            Executor executor = backgroundExecutor.executor();
            CompletableFuture<?>[] all = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> nested(executor, 5), executor))
                    .toArray(CompletableFuture[]::new);
            assertThat(CompletableFuture.allOf(all)).succeedsWithin(Duration.ofSeconds(60));
            assertThat(all).allSatisfy(each -> assertThat(each.join()).isEqualTo(5));
        }
    }

    private static int nested(Executor executor, int depth) {
        return depth == 0
                ? 0
                : 1
                        + CompletableFuture.supplyAsync(() -> nested(executor, depth - 1), executor)
                                .join();
    }

    @Test
    void close_ownThreadsEnd_andFurtherWorkIsRefused() throws InterruptedException {
        BackgroundExecutor backgroundExecutor = own("x");
        Thread thread = threadOf(backgroundExecutor);
        backgroundExecutor.close();
        backgroundExecutor.close();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThatThrownBy(() -> backgroundExecutor.executor().execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("the cache manager is closed");
    }

    @Test
    void ownThreads_allBusyAndQueueFull_theCallerWorksItself() {
        CountDownLatch hold = new CountDownLatch(1);
        AtomicInteger here = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try (BackgroundExecutor backgroundExecutor = own("x")) {
            for (int i = 0; i < 20_000; i++) {
                backgroundExecutor.executor().execute(() -> {
                    if (Thread.currentThread() == caller) {
                        here.incrementAndGet();
                    } else {
                        awaitQuietly(hold);
                    }
                });
            }
            assertThat(here.get()).isBetween(1, 10_000);
        } finally {
            hold.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void suppliedExecutor_managerCloses_isNotShutDown() {
        ExecutorService supplied = Executors.newSingleThreadExecutor();
        try (BackgroundExecutor backgroundExecutor =
                BackgroundExecutor.of(properties(supplied), URI.create("x"), loader)) {
            assertThat(backgroundExecutor.executor()).isSameAs(supplied);
            backgroundExecutor.close();
            assertThat(supplied.isShutdown()).isFalse();
        } finally {
            supplied.shutdown();
        }
    }

    @Test
    void suppliedSomethingElse_isRefused() {
        assertThatThrownBy(() -> BackgroundExecutor.of(properties("pool"), URI.create("x"), loader))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property 'larder.executor' holds a java.lang.String;"
                        + " it takes an object that implements java.util.concurrent.Executor");
    }

    private static Properties properties(Object executor) {
        Properties properties = new Properties();
        properties.put("larder.executor", executor);
        return properties;
    }
}
