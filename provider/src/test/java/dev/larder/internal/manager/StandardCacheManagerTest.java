package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCacheManager;
import java.util.Iterator;
import java.util.Properties;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardCacheManagerTest {
    private final Managed managed = new Managed();
    private final CacheManager manager = managed.manager();

    @AfterEach
    void close() {
        managed.close();
    }

    private Cache<String, Integer> typed(String name) {
        return manager.createCache(
                name, new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
    }

    interface Call {
        void on(CacheManager manager);
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    static Stream<Named<Call>> callsWithNull() {
        return Stream.of(
                Named.of("createCache(null, c)", m -> m.createCache(null, new MutableConfiguration<>())),
                Named.of("createCache(n, null)", m -> m.createCache("x", null)),
                Named.of("getCache(null)", m -> m.getCache(null)),
                Named.of("getCache(null, k, v)", m -> m.getCache(null, String.class, String.class)),
                Named.of("getCache(n, null, v)", m -> m.getCache("x", null, String.class)),
                Named.of("getCache(n, k, null)", m -> m.getCache("x", String.class, null)),
                Named.of("destroyCache(null)", m -> m.destroyCache(null)),
                Named.of("enableManagement(null)", m -> m.enableManagement(null, true)),
                Named.of("enableStatistics(null)", m -> m.enableStatistics(null, true)));
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void null_isRefused(Call call) {
        assertThatNullPointerException().isThrownBy(() -> call.on(manager)).withMessageContaining("is null");
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void closedManager_saysSoBeforeAnythingElse(Call call) {
        manager.close();
        assertThatThrownBy(() -> call.on(manager))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the cache manager '" + managed.uri + "' is closed; get it from the provider again");
    }

    @Test
    void getCache_sameTypes_isTheCache() {
        Cache<String, Integer> cache = typed("orders");
        assertThat(manager.getCache("orders", String.class, Integer.class)).isSameAs(cache);
        assertThat(manager.<String, Integer>getCache("orders")).isSameAs(cache);
    }

    @Test
    void getCache_otherTypes_isRefused() {
        typed("orders");
        assertThatThrownBy(() -> manager.getCache("orders", String.class, Long.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("cache 'orders' holds java.lang.String to java.lang.Integer,"
                        + " not java.lang.String to java.lang.Long; use the types that it was created with");
    }

    @Test
    void getCache_unknownName_isNull() {
        assertThat(manager.getCache("none", String.class, String.class)).isNull();
        assertThat(manager.<String, String>getCache("none")).isNull();
    }

    @Test
    void getCacheNames_isASnapshotThatCannotBeChanged() {
        typed("a");
        Iterable<String> names = manager.getCacheNames();
        typed("b");
        assertThat(names).containsExactly("a");
        Iterator<String> iterator = names.iterator();
        iterator.next();
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void destroyCache_clearsClosesAndFreesTheName() {
        Cache<String, Integer> cache = typed("orders");
        cache.put("a", 1);
        ProbeStore store = managed.store("orders");
        manager.destroyCache("orders");
        assertThat(store.entries).isEmpty();
        assertThat(store.closed).isTrue();
        assertThat(cache.isClosed()).isTrue();
        assertThat(typed("orders")).isNotSameAs(cache);
    }

    @Test
    void destroyCache_unknownName_doesNothing() {
        manager.destroyCache("none");
        assertThat(manager.getCacheNames()).isEmpty();
    }

    @Test
    void closingACache_keepsItsEntriesAndFreesTheName() {
        Cache<String, Integer> cache = typed("orders");
        cache.put("a", 1);
        ProbeStore store = managed.store("orders");
        cache.close();
        assertThat(store.entries).hasSize(1);
        assertThat(store.closed).isTrue();
        assertThat(manager.<String, Integer>getCache("orders")).isNull();
        assertThat(typed("orders")).isNotSameAs(cache);
    }

    @Test
    void close_closesCachesThenStore_andMayBeRepeated() {
        Cache<String, Integer> cache = typed("orders");
        manager.close();
        manager.close();
        assertThat(manager.isClosed()).isTrue();
        assertThat(cache.isClosed()).isTrue();
        assertThat(managed.backend().closed).isTrue();
    }

    @Test
    void enableStatistics_unknownName_isRefused() {
        assertThatThrownBy(() -> manager.enableStatistics("none", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cache 'none' does not exist or is closed; create it first");
    }

    @Test
    void unwrap_ownTypeAndTheStores_areGiven() {
        assertThat(manager.unwrap(LarderCacheManager.class)).isSameAs(manager);
        assertThat(manager.unwrap(ProbeBackend.class)).isSameAs(managed.backend());
    }

    @Test
    void unwrap_anythingElse_isRefused() {
        assertThatThrownBy(() -> manager.unwrap(Exception.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a cache manager over '" + managed.uri + "' is not a java.lang.Exception and does not"
                        + " wrap one");
    }

    @Test
    void getProperties_areThoseGiven_asTheyWereThen() {
        manager.close();
        Properties given = new Properties();
        given.setProperty("a", "1");
        CacheManager other = managed.manager(given);
        given.setProperty("a", "2");
        other.getProperties().setProperty("a", "3");
        assertThat(other.getProperties()).containsEntry("a", "1");
    }
}
