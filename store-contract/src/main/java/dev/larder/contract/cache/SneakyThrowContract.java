package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import dev.larder.contract.CacheCase;
import dev.larder.contract.SneakyThrow;
import dev.larder.contract.extension.SuppliedLoader;
import dev.larder.contract.model.Statistics;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests user code that throws a checked exception it does not declare. It counts as a RuntimeException there. */
public abstract class SneakyThrowContract extends CacheCase {
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    @Test
    void get_loaderThrows_isWrappedAndCountsAMiss() {
        Cache<String, Integer> cache = loading();
        assertThatThrownBy(() -> cache.get("a"))
                .isInstanceOf(CacheLoaderException.class)
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(Statistics.of(cache.getName()).bean().getCacheMisses()).isEqualTo(1);
    }

    @Test
    void getAll_loaderThrows_isWrapped() {
        assertThatThrownBy(() -> loading().getAll(Set.of("a", "b")))
                .isInstanceOf(CacheLoaderException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void getOrLoad_functionThrows_isWrapped() {
        assertThatThrownBy(() -> larder().getOrLoad("a", key -> {
                    throw SneakyThrow.ioException();
                }))
                .isInstanceOf(CacheLoaderException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loadAll_loaderThrows_notifiesTheCompletionListener(boolean replace) {
        CompletionListenerFuture done = new CompletionListenerFuture();
        loading().loadAll(Set.of("a", "b"), replace, done);
        assertThatThrownBy(() -> done.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CacheLoaderException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void put_writerThrows_isWrappedAndNothingIsStored() {
        Cache<String, Integer> cache = writing();
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheWriterException.class)
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void putAll_writerThrows_isWrappedAndNothingIsStored() {
        Cache<String, Integer> cache = writing();
        assertThatThrownBy(() -> cache.putAll(Map.of("a", 1, "b", 2)))
                .isInstanceOf(CacheWriterException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(cache).isEmpty();
    }

    @Test
    void invoke_processorThrows_isWrapped() {
        Cache<String, Integer> cache = cache();
        assertThatThrownBy(() -> cache.invoke("a", (entry, none) -> {
                    throw SneakyThrow.ioException();
                }))
                .isInstanceOf(EntryProcessorException.class)
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void invokeAll_processorThrowsOnOne_theOthersHaveResults() {
        Map<String, EntryProcessorResult<Integer>> results = cache().invokeAll(Set.of("a", "b"), (entry, none) -> {
            if (entry.getKey().equals("a")) {
                throw SneakyThrow.ioException();
            }
            return 2;
        });
        assertThat(results.get("b"))
                .isNotNull()
                .extracting(EntryProcessorResult::get)
                .isEqualTo(2);
        assertThat(results.get("a")).isNotNull().satisfies(result -> assertThatThrownBy(result::get)
                .isInstanceOf(EntryProcessorException.class)
                .hasRootCauseInstanceOf(IOException.class));
    }

    @Test
    void put_listenerThrows_isWrappedAndOthersAreNotified() {
        Cache<String, Integer> cache = listening("a");
        listen(cache, "");
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(delivered).containsExactly("a", "a");
    }

    @Test
    void put_filterThrows_isWrapped() {
        Cache<String, Integer> cache = cache();
        cache.registerCacheEntryListener(new MutableCacheEntryListenerConfiguration<>(
                () -> listener(""),
                () -> event -> {
                    throw SneakyThrow.ioException();
                },
                false,
                true));
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void putAll_listenerThrowsOnOne_eventsOfAllKeysAreDelivered(String bad) {
        Cache<String, Integer> cache = listening(bad);
        assertThatThrownBy(() -> cache.putAll(Map.of("a", 1, "b", 2, "c", 3)))
                .isInstanceOf(CacheEntryListenerException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(delivered).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void put_taggerThrows_isWrapped() {
        Cache<String, Integer> cache = cache(new LarderConfiguration<String, Integer>()
                .setTypes(String.class, Integer.class)
                .setTagger((key, value) -> {
                    throw SneakyThrow.ioException();
                }));
        assertThatThrownBy(() -> cache.put("a", 1))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void createCache_loaderFactoryThrows_nameIsFree() {
        String name = newName();
        MutableConfiguration<String, Integer> bad = configuration().setCacheLoaderFactory(() -> {
            throw SneakyThrow.ioException();
        });
        assertThatThrownBy(() -> manager.createCache(name, bad))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(name)
                .hasRootCauseInstanceOf(IOException.class);
        Cache<String, Integer> cache = manager.createCache(name, configuration());
        cache.put("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void async_getOrLoad_functionThrows_completesTheStage() {
        LarderCache<String, Integer> cache = larder();
        assertThatThrownBy(() -> cache.async()
                        .getOrLoad(
                                "a",
                                key -> {
                                    throw SneakyThrow.ioException();
                                },
                                PutOptions.NONE)
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    private Cache<String, Integer> loading() {
        SuppliedLoader loader = new SuppliedLoader(() -> {
            throw SneakyThrow.ioException();
        });
        return cache(configuration().setReadThrough(true).setCacheLoaderFactory(() -> loader));
    }

    private Cache<String, Integer> writing() {
        return cache(configuration().setWriteThrough(true).setCacheWriterFactory(FailingWriter::new));
    }

    private Cache<String, Integer> listening(String bad) {
        Cache<String, Integer> cache = cache();
        listen(cache, bad);
        return cache;
    }

    private void listen(Cache<String, Integer> cache, String bad) {
        cache.registerCacheEntryListener(
                new MutableCacheEntryListenerConfiguration<>(() -> listener(bad), null, false, true));
    }

    private CacheEntryCreatedListener<String, Integer> listener(String bad) {
        return events -> events.forEach(event -> {
            delivered.add(event.getKey());
            if (event.getKey().equals(bad)) {
                throw SneakyThrow.ioException();
            }
        });
    }

    /** Writes nothing. */
    private static final class FailingWriter implements CacheWriter<String, Integer> {
        @Override
        public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
            throw SneakyThrow.ioException();
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
            throw SneakyThrow.ioException();
        }

        @Override
        public void delete(Object key) {
            throw SneakyThrow.ioException();
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            throw SneakyThrow.ioException();
        }
    }
}
