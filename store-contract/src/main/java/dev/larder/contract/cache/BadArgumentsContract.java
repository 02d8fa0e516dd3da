package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.CacheCase;
import java.util.Map;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that nulls, wrong types and calls after closing are refused as JSR-107 says, and change nothing. */
public abstract class BadArgumentsContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> call_withNull_isRefused() {
        return BadCalls.WITH_NULL.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Cache<String, Integer> cache = filled();
                    assertThatThrownBy(() -> each.getValue().on(cache))
                            .isInstanceOf(NullPointerException.class)
                            .hasMessageContaining(cache.getName());
                    assertUnchanged(cache);
                }));
    }

    @TestFactory
    Stream<DynamicTest> call_onClosedCache_isRefusedBeforeAnythingElse() {
        return Stream.of(BadCalls.WITH_NULL, BadCalls.PROPER)
                .flatMap(calls -> calls.entrySet().stream())
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Cache<String, Integer> cache = filled();
                    cache.close();
                    assertThat(cache.isClosed()).isTrue();
                    assertThatThrownBy(() -> each.getValue().on(cache))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining(cache.getName());
                }));
    }

    @TestFactory
    Stream<DynamicTest> call_withWrongTypes_isRefused() {
        return BadCalls.WITH_WRONG_TYPES.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Cache<String, Integer> cache = filled();
                    assertThatThrownBy(() -> each.getValue().on(BadCalls.untyped(cache)))
                            .isInstanceOf(ClassCastException.class)
                            .hasMessageContaining(cache.getName());
                    assertUnchanged(cache);
                }));
    }

    @TestFactory
    Stream<DynamicTest> call_onClosedManager_isRefused() {
        Map<String, ManagerCall> calls = Map.of(
                "createCache", closed -> closed.createCache("x", configuration()),
                "getCache", closed -> closed.getCache("x"),
                "getCache typed", closed -> closed.getCache("x", String.class, Integer.class),
                "getCacheNames", CacheManager::getCacheNames,
                "destroyCache", closed -> closed.destroyCache("x"),
                "enableStatistics", closed -> closed.enableStatistics("x", true),
                "enableManagement", closed -> closed.enableManagement("x", true));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    manager.close();
                    assertThatThrownBy(() -> each.getValue().on(manager)).isInstanceOf(IllegalStateException.class);
                }));
    }

    @TestFactory
    @SuppressWarnings("NullAway") // nulls are what is tested
    Stream<DynamicTest> managerCall_withNull_isRefused() {
        Map<String, ManagerCall> calls = Map.of(
                "createCache without name", open -> open.createCache(null, configuration()),
                "createCache without configuration",
                        open -> open.<String, Integer, MutableConfiguration<String, Integer>>createCache("x", null),
                "getCache", open -> open.getCache(null),
                "getCache without type", open -> open.getCache("x", String.class, null),
                "destroyCache", open -> open.destroyCache(null),
                "enableStatistics", open -> open.enableStatistics(null, true),
                "enableManagement", open -> open.enableManagement(null, true));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertThatThrownBy(
                                () -> each.getValue().on(manager))
                        .isInstanceOf(NullPointerException.class)));
    }

    @Test
    void createCache_nameTaken_isRefusedAndLeavesTheFirst() {
        Cache<String, Integer> cache = filled();
        assertThatThrownBy(() -> manager.createCache(cache.getName(), configuration()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(cache.getName());
        assertUnchanged(cache);
    }

    @Test
    void getCache_otherTypes_isRefused() {
        Cache<String, Integer> cache = filled();
        assertThatThrownBy(() -> manager.getCache(cache.getName(), Long.class, Integer.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining(cache.getName());
        assertThatThrownBy(() -> manager.getCache(cache.getName(), String.class, Long.class))
                .isInstanceOf(ClassCastException.class);
    }

    @Test
    void close_ofManager_closesItsCaches() {
        Cache<String, Integer> cache = filled();
        manager.close();
        manager.close();
        cache.close();
        assertThat(cache.isClosed()).isTrue();
    }

    private Cache<String, Integer> filled() {
        Cache<String, Integer> cache = cache();
        cache.put("a", 1);
        return cache;
    }

    private static void assertUnchanged(Cache<String, Integer> cache) {
        assertThat(cache).hasSize(1).allSatisfy(each -> {
            assertThat(each.getKey()).isEqualTo("a");
            assertThat(each.getValue()).isEqualTo(1);
        });
    }

    /** A call of a manager. */
    private interface ManagerCall {
        void on(CacheManager manager);
    }
}
