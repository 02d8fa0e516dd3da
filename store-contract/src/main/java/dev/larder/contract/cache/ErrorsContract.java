package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.extension.Increment;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryUpdatedListener;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that the store stays usable for all threads after calls that end with any {@link Error}. */
public abstract class ErrorsContract extends CacheCase {
    private static final long SEED = Long.getLong("larder.contract.seed", 42);
    private static final int SMALLEST_STACK = 300_000;

    /** More often than any pool has connections. */
    private static final int TIMES = 24;

    private static final int THREADS = 24;

    private static final List<Supplier<Error>> ERRORS = List.of(
            () -> new OutOfMemoryError("as if there were no memory"),
            () -> new NoClassDefFoundError("as if there were no class"),
            ThreadDeath::new);

    @Test
    void calls_stackEndsAnywhere_storeWorksOn() throws InterruptedException {
        Cache<String, Integer> cache = cache();
        fill(cache);
        List<Consumer<Cache<String, Integer>>> calls = List.of(
                each -> each.get("3"),
                each -> each.put("x", 1),
                each -> each.getAndPut("x", 2),
                each -> each.getAll(Set.of("1", "2", "3")),
                each -> each.replace("x", 1, 3),
                each -> each.iterator().forEachRemaining(entry -> {}),
                each -> each.invoke("x", Increment.BY_ONE));
        Random random = new Random(SEED);
        for (int i = 0; i < 2 * calls.size(); i++) {
            Descent descent = new Descent(cache, calls.get(i % calls.size()));
            Thread thread = new Thread(null, descent, "descent", SMALLEST_STACK + random.nextInt(SMALLEST_STACK));
            thread.start();
            thread.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(thread.isAlive()).isFalse();
            assertThat(descent.calls).isPositive();
        }
        cache.remove("x");
        assertWorks(cache);
    }

    @TestFactory
    Stream<DynamicTest> calls_userCodeThrowsError_storeWorksOn() {
        return Map.<String, Consumer<Supplier<Error>>>of(
                        "processor", this::processorThrows,
                        "serializer", this::serializerThrows,
                        "listener", this::listenerThrows)
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> ERRORS.forEach(error -> each.getValue().accept(error))));
    }

    private void processorThrows(Supplier<Error> error) {
        Cache<String, Integer> cache = cache();
        fill(cache);
        for (int i = 0; i < TIMES; i++) {
            assertThat(catchThrowable(() -> cache.invoke("1", (entry, none) -> {
                        entry.getValue();
                        throw error.get();
                    })))
                    .isNotNull();
        }
        assertWorks(cache);
    }

    private void listenerThrows(Supplier<Error> error) {
        CacheEntryUpdatedListener<String, Integer> listener = events -> {
            throw error.get();
        };
        var listening = new MutableCacheEntryListenerConfiguration<String, Integer>(
                new FactoryBuilder.SingletonFactory<>(listener), null, false, true);
        Cache<String, Integer> cache = cache();
        fill(cache);
        cache.registerCacheEntryListener(listening);
        for (int i = 0; i < TIMES; i++) {
            attempt(() -> cache.put("1", 1));
        }
        cache.deregisterCacheEntryListener(listening);
        assertWorks(cache);
    }

    private void serializerThrows(Supplier<Error> error) {
        Cache<Object, Object> cache = cache(new MutableConfiguration<>());
        cache.put("good", 1);
        for (int i = 0; i < TIMES; i++) {
            attempt(() -> cache.put("bad", new Thrower(error)));
            attempt(() -> cache.putAll(Map.of("bad", new Thrower(error), "good", 1)));
            attempt(() -> cache.invoke("bad", (entry, none) -> {
                entry.setValue(new Thrower(error));
                return null;
            }));
        }
        ParallelThreads.run(THREADS, number -> assertThat(cache.get("good")).isEqualTo(1));
    }

    /** Allows any outcome. */
    private static void attempt(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                .isInstanceOfAny(Error.class, RuntimeException.class));
    }

    private static void fill(Cache<String, Integer> cache) {
        for (int i = 0; i < THREADS; i++) {
            cache.put(Integer.toString(i), i);
        }
    }

    private static void assertWorks(Cache<String, Integer> cache) {
        ParallelThreads.run(THREADS, number -> {
            String key = Integer.toString(number);
            assertThat(cache.get(key)).isEqualTo(number);
            cache.put(key, -number);
            assertThat(cache.invoke(key, Increment.BY_ONE)).isNotNull();
            assertThat(cache.get(key)).isEqualTo(1 - number);
        });
        cache.clear();
        assertThat(cache.get("1")).isNull();
        cache.put("1", 2);
        assertThat(cache.getAll(Set.of("1", "2"))).isEqualTo(Map.of("1", 2));
    }

    /**
     * Descends to the end of the stack. On the way back it calls the cache now and then, until two calls have
     * succeeded.
     */
    private static final class Descent implements Runnable {
        private static final int STRIDE = 17;

        private final Cache<String, Integer> cache;
        private final Consumer<Cache<String, Integer>> call;
        private int worked;
        volatile int calls;

        Descent(Cache<String, Integer> cache, Consumer<Cache<String, Integer>> call) {
            this.cache = cache;
            this.call = call;
        }

        @Override
        public void run() {
            try {
                descend(0);
            } catch (StackOverflowError end) {
                // Expected.
            }
        }

        @SuppressWarnings("InfiniteRecursion") // until the stack ends
        private void descend(int depth) {
            try {
                descend(depth + 1);
            } catch (StackOverflowError end) {
                if (worked < 2 && depth % STRIDE == 0) {
                    attempt();
                }
                throw end;
            }
        }

        private void attempt() {
            try {
                calls = calls + 1;
                call.accept(cache);
                worked++;
            } catch (VirtualMachineError | LinkageError | RuntimeException none) {
                // Higher up there is more room. The JDK reports some overflows as other Errors.
            }
        }
    }

    /** Throws when it is serialised. */
    private static final class Thrower implements Serializable {
        private static final long serialVersionUID = 1;

        private final transient Supplier<Error> error;

        Thrower(Supplier<Error> error) {
            this.error = error;
        }

        private void writeObject(ObjectOutputStream stream) throws IOException {
            throw error.get();
        }

        private void readObject(ObjectInputStream stream) throws IOException {
            throw new IOException("never written");
        }
    }
}
