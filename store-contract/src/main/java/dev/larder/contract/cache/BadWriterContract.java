package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.CacheCase;
import dev.larder.contract.UserCodeException;
import dev.larder.contract.extension.Increment;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests writers that throw: the cache must not hold what was not written. */
public abstract class BadWriterContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> write_writerThrows_saysSoAndChangesNothing() {
        Map<String, BadCalls.Call<String, Integer>> calls = Map.of(
                "put", cache -> cache.put("bad", 2),
                "getAndPut", cache -> cache.getAndPut("bad", 2),
                "putIfAbsent", cache -> cache.putIfAbsent("bad new", 2),
                "replace", cache -> cache.replace("bad", 2),
                "replace value", cache -> cache.replace("bad", 1, 2),
                "getAndReplace", cache -> cache.getAndReplace("bad", 2),
                "remove", cache -> cache.remove("bad"),
                "remove value", cache -> cache.remove("bad", 1),
                "getAndRemove", cache -> cache.getAndRemove("bad"),
                "invoke", cache -> cache.invoke("bad", Increment.BY_ONE));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Writer writer = new Writer();
                    Cache<String, Integer> cache = writing(writer);
                    writer.failing = true;
                    assertThatThrownBy(() -> each.getValue().on(cache))
                            .isInstanceOfAny(CacheWriterException.class, EntryProcessorException.class)
                            .hasMessageContaining(cache.getName())
                            .hasMessageContaining("'bad")
                            .hasRootCauseInstanceOf(UserCodeException.class);
                    assertUnchanged(cache);
                }));
    }

    @Test
    void write_writerThrowsTheStandardsException_thatIsIt() {
        CacheWriterException own = new CacheWriterException("own");
        Writer writer = new Writer();
        Cache<String, Integer> cache = writing(writer);
        writer.failing = true;
        writer.failure = own;
        assertThatThrownBy(() -> cache.put("bad", 2)).isSameAs(own);
        assertUnchanged(cache);
    }

    @Test
    void putAll_writerWritesSome_storesThose() {
        Writer writer = new Writer();
        Cache<String, Integer> cache = writing(writer);
        writer.failing = true;
        assertThatThrownBy(() -> cache.putAll(Map.of("good", 5, "bad", 6))).isInstanceOf(CacheWriterException.class);
        assertThat(cache.get("bad")).isEqualTo(1);
        assertThat(cache.get("good")).isEqualTo(writer.written.contains("good") ? 5 : 1);
    }

    @Test
    void removeAll_writerDeletesSome_removesThose() {
        Writer writer = new Writer();
        Cache<String, Integer> cache = writing(writer);
        writer.failing = true;
        assertThatThrownBy(() -> cache.removeAll(Set.of("good", "bad"))).isInstanceOf(CacheWriterException.class);
        assertThat(cache.containsKey("bad")).isTrue();
        assertThat(cache.containsKey("good")).isEqualTo(!writer.deleted.contains("good"));
        assertThatThrownBy(cache::removeAll).isInstanceOf(CacheWriterException.class);
        assertThat(cache.containsKey("bad")).isTrue();
    }

    @Test
    void write_writerThrows_notifiesNoListener() {
        AtomicInteger notified = new AtomicInteger();
        CacheEntryCreatedListener<String, Integer> listener = events -> notified.incrementAndGet();
        Writer writer = new Writer();
        writer.failing = true;
        Cache<String, Integer> cache = cache(configuration(writer)
                .addCacheEntryListenerConfiguration(
                        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true)));
        assertThatThrownBy(() -> cache.put("bad", 2)).isInstanceOf(CacheWriterException.class);
        assertThat(notified).hasValue(0);
    }

    private Cache<String, Integer> writing(Writer writer) {
        Cache<String, Integer> cache = cache(configuration(writer));
        cache.put("bad", 1);
        cache.put("good", 1);
        writer.written.clear();
        return cache;
    }

    private static MutableConfiguration<String, Integer> configuration(Writer writer) {
        return configuration().setWriteThrough(true).setCacheWriterFactory(() -> writer);
    }

    private static void assertUnchanged(Cache<String, Integer> cache) {
        assertThat(cache.getAll(Set.of("bad", "good", "bad new"))).isEqualTo(Map.of("bad", 1, "good", 1));
    }

    /** Fails on keys that begin with «bad», once {@code failing} is set. */
    private static final class Writer implements CacheWriter<String, Integer> {
        private final Set<Object> written = new HashSet<>();
        private final Set<Object> deleted = new HashSet<>();
        private boolean failing;
        private RuntimeException failure = new UserCodeException();

        @Override
        public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
            refuse(entry.getKey());
            written.add(entry.getKey());
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
            Iterator<Cache.Entry<? extends String, ? extends Integer>> each = entries.iterator();
            while (each.hasNext()) {
                write(each.next());
                each.remove();
            }
        }

        @Override
        public void delete(Object key) {
            refuse(key);
            deleted.add(key);
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            Iterator<?> each = keys.iterator();
            while (each.hasNext()) {
                delete(each.next());
                each.remove();
            }
        }

        private void refuse(Object key) {
            if (failing && key.toString().startsWith("bad")) {
                throw failure;
            }
        }
    }
}
