package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.ThreadDump;
import dev.larder.contract.extension.Increment;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests user code that has other threads call the cache and waits for them. */
@Timeout(300)
public abstract class UserThreadsContract extends CacheCase {
    private static final int CALLERS = 4;
    private static final int CALLS = 100;
    private static final int PAGES = 60;
    private static final int PARTS = 8;
    private static final long TIMEOUT_SECONDS = 60;

    /** The kind of pool that user code takes its threads from. */
    enum Pool {
        FIXED,
        FORK_JOIN,
        THREADS;

        ExecutorService open() {
            return switch (this) {
                // Enough for all threads that wait for each other, and for those they wait for.
                case FIXED -> Executors.newFixedThreadPool(4 * CALLERS, Pool::daemon);
                case FORK_JOIN -> new ForkJoinPool(CALLERS);
                case THREADS -> Executors.newCachedThreadPool(Pool::daemon);
            };
        }

        private static Thread daemon(Runnable work) {
            Thread thread = new Thread(work, "user");
            thread.setDaemon(true);
            return thread;
        }
    }

    @ParameterizedTest
    @EnumSource(Pool.class)
    void anyUserCode_waitsForThreadsThatCallTheCaches_endsAndLosesNoUpdate(Pool kind) {
        ExecutorService pool = kind.open();
        try {
            RandomCallGraph graph = new RandomCallGraph(pool, configuration(), this::cache);
            long seed = Long.getLong("larder.contract.seed", 12);
            ParallelThreads.run(CALLERS, thread -> graph.run(CALLS, new Random(seed + thread)));
            assertThat(graph.failures()).isEmpty();
            assertThat(graph.wrong()).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    /** A page consists of parts, which other threads load through the same cache. */
    @Test
    void loader_readsOtherKeysByAParallelStream_ends() throws Exception {
        PageLoader loader = new PageLoader();
        loader.cache = cache(new javax.cache.configuration.MutableConfiguration<String, String>()
                .setTypes(String.class, String.class)
                .setReadThrough(true)
                .setCacheLoaderFactory(() -> loader));
        ForkJoinPool pool = new ForkJoinPool(CALLERS);
        try {
            for (int page = 0; page < PAGES; page++) {
                String key = "page" + page;
                assertThat(pool.submit(() -> loader.cache.get(key))
                                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                                .split(","))
                        .hasSize(PARTS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Two processors, each of which waits for a thread that invokes the key of the other. */
    @Test
    void processors_haveThreadsInvokeEachOthersKey_bothEnd() {
        Cache<String, Integer> cache = cache();
        ExecutorService pool = Pool.THREADS.open();
        CyclicBarrier bothAtWork = new CyclicBarrier(2);
        ParallelThreads.run(2, thread -> {
            boolean[] gone = new boolean[1];
            cache.invoke("k" + thread, (entry, none) -> {
                if (!gone[0]) {
                    gone[0] = true;
                    meet(bothAtWork);
                    await(pool.submit(() -> cache.invoke("k" + (1 - thread), Increment.BY_ONE)));
                }
                return Increment.BY_ONE.process(entry);
            });
        });
        pool.shutdownNow();
        assertThat(cache.get("k0")).isEqualTo(2);
        assertThat(cache.get("k1")).isEqualTo(2);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception hanging) {
            throw new CacheException("the other thread does not come:\n" + ThreadDump.all(), hanging);
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception hanging) {
            throw new CacheException("no end:\n" + ThreadDump.all(), hanging);
        }
    }

    /** Makes a page from its parts. */
    @SuppressWarnings("NullAway") // the cache is set before the first load
    private static final class PageLoader implements CacheLoader<String, String> {
        private Cache<String, String> cache;

        @Override
        public String load(String key) {
            return key.startsWith("part")
                    ? key
                    : IntStream.range(0, PARTS)
                            .parallel()
                            .mapToObj(part -> cache.get("part" + part + " of " + key))
                            .collect(Collectors.joining(","));
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }
}
