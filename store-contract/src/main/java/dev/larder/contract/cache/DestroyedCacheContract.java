package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that an operation of a destroyed cache leaves nothing in a new cache of the same name. */
@Timeout(120)
public abstract class DestroyedCacheContract extends CacheCase {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch recreated = new CountDownLatch(1);

    @Test
    void invoke_cacheIsDestroyedAndCreatedMeanwhile_leavesNothing() throws Exception {
        assertLeavesNothing(cache -> cache.invoke("k", (entry, arguments) -> {
            waitForTheNewCache();
            entry.setValue("old");
            return null;
        }));
    }

    @Test
    void invokeOfAPresentEntry_cacheIsDestroyedAndCreatedMeanwhile_leavesNothing() throws Exception {
        assertLeavesNothing(cache -> {
            cache.put("k", "older");
            cache.invoke("k", (entry, arguments) -> {
                entry.getValue();
                waitForTheNewCache();
                entry.setValue("old");
                return null;
            });
        });
    }

    private void waitForTheNewCache() {
        started.countDown();
        try {
            assertThat(recreated.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void assertLeavesNothing(Consumer<Cache<String, String>> operation) throws Exception {
        String name = newName();
        Cache<String, String> old = manager.createCache(
                name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
        CompletableFuture<Void> underWay = CompletableFuture.runAsync(
                () -> operation.accept(old), task -> new Thread(task, "operation of a destroyed cache").start());
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        manager.destroyCache(name);
        Cache<String, Integer> fresh = manager.createCache(name, configuration());
        recreated.countDown();
        // It may fail or end; either is right.
        underWay.handle((done, failure) -> null).get(60, TimeUnit.SECONDS);

        assertThat(fresh.containsKey("k")).isFalse();
        assertThat(fresh.get("k")).isNull();
        assertThat(fresh).isEmpty();
    }
}
