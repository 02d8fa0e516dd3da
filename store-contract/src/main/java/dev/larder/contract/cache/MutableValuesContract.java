package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.CacheCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Tests, for store-by-value, that listeners get values as they were at the change. The application may change the
 * instances it holds afterwards.
 */
@Timeout(60)
public abstract class MutableValuesContract extends CacheCase {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch latch = new CountDownLatch(1);

    @Test
    void invoke_changesTheValueInPlace_listenerHearsTheOldOneAsItWas() throws InterruptedException {
        Cache<String, List<Integer>> cache = listened(true, new RecordingListener());
        cache.invoke("k", MutableValuesContract::append);
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("old [1] new [1, 2]");
    }

    @Test
    void invokeAll_changesTheValueInPlace_listenerHearsTheOldOneAsItWas() throws InterruptedException {
        Cache<String, List<Integer>> cache = listened(true, new RecordingListener());
        cache.invokeAll(Set.of("k"), MutableValuesContract::append);
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("old [1] new [1, 2]");
    }

    @TestFactory
    Stream<DynamicTest> resultChangedByTheCaller_asynchronousListenerHearsItAsItWas() {
        Map<String, BadCalls.Call<String, List<Integer>>> calls = Map.of(
                "getAndPut", cache -> cache.getAndPut("k", list(3)).add(2),
                "getAndReplace", cache -> cache.getAndReplace("k", list(3)).add(2),
                "getAndRemove", cache -> cache.getAndRemove("k").add(2));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    CountDownLatch changed = new CountDownLatch(1);
                    Cache<String, List<Integer>> cache = listened(false, new RecordingListener(changed));
                    each.getValue().on(cache);
                    changed.countDown();
                    assertThat(received.poll(30, TimeUnit.SECONDS)).startsWith("old [1]");
                }));
    }

    @Test
    void putValueChangedByTheCaller_asynchronousListenerHearsWhatWasPut() throws InterruptedException {
        Cache<String, List<Integer>> cache = listened(false, new RecordingListener(latch));
        List<Integer> value = list(3);
        cache.put("k", value);
        value.add(4);
        latch.countDown();
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("old [1] new [3]");
        assertThat(cache.get("k")).containsExactly(3);
    }

    @Test
    void valuesChangedByAListener_nextListenerHearsThemAsTheyWere() throws InterruptedException {
        Cache<String, List<Integer>> cache = listened(true, new ChangingListener());
        cache.registerCacheEntryListener(configuration(true, new RecordingListener()));
        cache.put("k", list(3));
        assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("old [1] new [3]");
        assertThat(cache.get("k")).containsExactly(3);
    }

    private Cache<String, List<Integer>> listened(boolean sync, CacheEntryListener<String, List<Integer>> listener) {
        Cache<String, List<Integer>> cache = cache(new MutableConfiguration<>());
        cache.put("k", list(1));
        cache.registerCacheEntryListener(configuration(sync, listener));
        return cache;
    }

    private static MutableCacheEntryListenerConfiguration<String, List<Integer>> configuration(
            boolean sync, CacheEntryListener<String, List<Integer>> listener) {
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, sync);
    }

    private static boolean append(MutableEntry<String, List<Integer>> entry, Object... none) {
        List<Integer> value = entry.getValue();
        value.add(2);
        entry.setValue(value);
        return true;
    }

    private static List<Integer> list(int only) {
        return new ArrayList<>(List.of(only));
    }

    /** Records the events it gets, once its latch opens. */
    private final class RecordingListener
            implements CacheEntryUpdatedListener<String, List<Integer>>,
                    CacheEntryRemovedListener<String, List<Integer>> {
        private final CountDownLatch mayLook;

        RecordingListener() {
            this(new CountDownLatch(0));
        }

        RecordingListener(CountDownLatch mayLook) {
            this.mayLook = mayLook;
        }

        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends List<Integer>>> events) {
            record(events);
        }

        @Override
        public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends List<Integer>>> events) {
            record(events);
        }

        private void record(Iterable<CacheEntryEvent<? extends String, ? extends List<Integer>>> events) {
            try {
                mayLook.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            events.forEach(event -> received.add("old " + event.getOldValue() + " new " + event.getValue()));
        }
    }

    /** Changes the values of the events it gets. */
    private static final class ChangingListener implements CacheEntryUpdatedListener<String, List<Integer>> {
        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends List<Integer>>> events) {
            events.forEach(event -> {
                event.getOldValue().clear();
                event.getValue().clear();
            });
        }
    }
}
