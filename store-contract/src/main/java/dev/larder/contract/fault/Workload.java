package dev.larder.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/**
 * Threads that read and write a cache all the time. Each value holds its key and a checksum, and each call is timed.
 * Failed calls are allowed; wrong values and long calls are not.
 */
public final class Workload implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int KEYS = 50;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Cache<String, String> cache;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> wrongValues = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> unexpectedFailures = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();
    private volatile boolean stopped;

    /** Starts the threads. */
    public Workload(Cache<String, String> cache) {
        this.cache = cache;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::work, "workload-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Creates a cache of strings for a workload. */
    public static Cache<String, String> cache(CacheManager manager, String name) {
        return manager.createCache(
                name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    /** Returns the value for a key and number. It holds the key and a checksum. */
    public static String valueOf(String key, int number) {
        return valueOf(key, Integer.toString(number));
    }

    public static String valueOf(String key, String content) {
        String text = key + "=" + content;
        return text + "#" + text.hashCode() + "#";
    }

    /** Whether a value belongs to this key and is complete. Text may follow it. */
    public static boolean isOf(String key, String value) {
        String text = value.substring(0, value.indexOf('#'));
        return value.startsWith(key + "=") && value.startsWith(text + "#" + text.hashCode() + "#");
    }

    /** Repeats a call until it throws no {@link CacheException}. Fails after 20 seconds. */
    public static void untilWorks(Runnable call) {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (true) {
            try {
                call.run();
                return;
            } catch (CacheException notYet) {
                assertThat(System.nanoTime() - end).as("it recovers in time").isNegative();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** Waits until a condition holds. Fails after 20 seconds. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("it holds in time").isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Lets the threads work for this time. */
    public void run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Waits until a read finds a value again. Fails after 20 seconds. */
    public void untilWorks() {
        long before = hits.get();
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (hits.get() == before) {
            assertThat(System.nanoTime() - end).as("it recovers in time").isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /**
     * Stops the threads. Fails if there was a wrong value, an exception other than a {@link CacheException}, no hit at
     * all, or a call that took longer than twice the deadline.
     */
    public void check(Duration deadline) {
        close();
        assertThat(wrongValues).isEmpty();
        assertThat(unexpectedFailures).isEmpty();
        assertThat(hits).hasPositiveValue();
        assertThat(Duration.ofNanos(longest.get())).isLessThan(deadline.multipliedBy(2));
    }

    private void work() {
        while (!stopped) {
            String key = "k" + ThreadLocalRandom.current().nextInt(KEYS);
            long begin = System.nanoTime();
            try {
                one(key);
            } catch (CacheException failed) {
                // Allowed.
            } catch (RuntimeException | Error surprise) {
                unexpectedFailures.add(surprise);
            }
            longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        }
    }

    private void one(String key) {
        int number = ThreadLocalRandom.current().nextInt(1_000);
        switch (number % 5) {
            case 0 -> cache.put(key, valueOf(key, number));
            case 1 -> verify(key, cache.getAndPut(key, valueOf(key, number)));
            case 2 -> cache.getAll(java.util.Set.of(key, "other")).forEach(this::verify);
            case 3 -> cache.remove(key);
            default -> verify(key, cache.get(key));
        }
    }

    private void verify(String key, String value) {
        if (value != null) {
            hits.incrementAndGet();
            if (!isOf(key, value)) {
                wrongValues.add(key + " gave " + value);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
