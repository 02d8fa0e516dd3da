package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import dev.larder.contract.ParallelThreads;
import dev.larder.contract.extension.Increment;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests two managers at one address, each with a cache of the same name. Either they share its entries, or each has its
 * own. If they share them, nothing but the store coordinates them, as if they were two JVMs.
 */
@Timeout(300)
public abstract class TwoManagersContract extends CacheCase {
    private static final int THREADS = 8;
    private static final int TIMES = Integer.getInteger("larder.contract.increments", 10_000) / 10;

    private CacheManager second;
    private Cache<String, Integer> one;
    private Cache<String, Integer> other;
    private boolean shared;

    @BeforeEach
    void openBoth() {
        second = openManager(new URLClassLoader(new URL[0], getClass().getClassLoader()));
        String name = newName();
        one = manager.createCache(name, configuration());
        other = second.createCache(name, configuration());
        one.put("probe", 1);
        shared = other.containsKey("probe");
    }

    @AfterEach
    void closeSecond() {
        second.close();
    }

    @Test
    void invoke_incrementsThroughBoth_loseNothing() {
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                through(thread).invoke("k" + i % 2, Increment.BY_ONE);
            }
        });
        int each = THREADS * TIMES / 2 / (shared ? 1 : 2);
        assertThat(one.get("k0")).isEqualTo(each);
        assertThat(one.get("k1")).isEqualTo(each);
        assertThat(other.get("k0")).isEqualTo(each);
    }

    @Test
    void putIfAbsent_throughBoth_electsOneOrEach() {
        AtomicInteger elected = new AtomicInteger();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                elected.addAndGet(through(thread).putIfAbsent("k" + i, thread) ? 1 : 0);
            }
        });
        assertThat(elected).hasValue(shared ? TIMES : 2 * TIMES);
    }

    @Test
    void close_ofOne_leavesTheOtherWorking() {
        other.put("a", 1);
        manager.close();
        assertThat(other.get("a")).isEqualTo(1);
        assertThat(second.isClosed()).isFalse();
    }

    private Cache<String, Integer> through(int thread) {
        return thread % 2 == 0 ? one : other;
    }
}
