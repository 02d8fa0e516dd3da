package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.extension.Increment;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;

/** Calls that a cache must refuse, each with a null or a wrong type, and proper ones for comparison. */
@SuppressWarnings("NullAway") // nulls are what is tested
final class BadCalls {
    private static final EntryProcessor<String, Integer, Integer> NO_PROCESSOR = null;
    private static final Set<String> WITH_NULL_KEY = new HashSet<>(Arrays.asList("a", null));

    static final Map<String, Call<String, Integer>> WITH_NULL = withNull();
    static final Map<String, Call<String, Integer>> PROPER = proper();
    static final Map<String, Call<Object, Object>> WITH_WRONG_TYPES = withWrongTypes();

    private BadCalls() {}

    /** A call of a cache. */
    interface Call<K, V> {
        void on(Cache<K, V> cache);
    }

    @SuppressWarnings("unchecked")
    static Cache<Object, Object> untyped(Cache<?, ?> cache) {
        return (Cache<Object, Object>) cache;
    }

    private static Map<String, Call<String, Integer>> withNull() {
        Map<String, Call<String, Integer>> calls = new TreeMap<>();
        calls.put("get(null)", cache -> cache.get(null));
        calls.put("containsKey(null)", cache -> cache.containsKey(null));
        calls.put("put(null, v)", cache -> cache.put(null, 2));
        calls.put("put(k, null)", cache -> cache.put("a", null));
        calls.put("getAndPut(null, v)", cache -> cache.getAndPut(null, 2));
        calls.put("getAndPut(k, null)", cache -> cache.getAndPut("a", null));
        calls.put("putIfAbsent(null, v)", cache -> cache.putIfAbsent(null, 2));
        calls.put("putIfAbsent(k, null)", cache -> cache.putIfAbsent("b", null));
        calls.put("remove(null)", cache -> cache.remove(null));
        calls.put("remove(null, v)", cache -> cache.remove(null, 1));
        calls.put("remove(k, null)", cache -> cache.remove("a", null));
        calls.put("getAndRemove(null)", cache -> cache.getAndRemove(null));
        calls.put("replace(null, v)", cache -> cache.replace(null, 2));
        calls.put("replace(k, null)", cache -> cache.replace("a", null));
        calls.put("replace(null, v, w)", cache -> cache.replace(null, 1, 2));
        calls.put("replace(k, null, w)", cache -> cache.replace("a", null, 2));
        calls.put("replace(k, v, null)", cache -> cache.replace("a", 1, null));
        calls.put("getAndReplace(null, v)", cache -> cache.getAndReplace(null, 2));
        calls.put("getAndReplace(k, null)", cache -> cache.getAndReplace("a", null));
        calls.put("invoke(null, p)", cache -> cache.invoke(null, Increment.BY_ONE));
        calls.put("invoke(k, null)", cache -> cache.invoke("a", NO_PROCESSOR));
        calls.putAll(manyWithNull());
        return calls;
    }

    private static Map<String, Call<String, Integer>> manyWithNull() {
        Map<String, Call<String, Integer>> calls = new TreeMap<>();
        calls.put("getAll(null)", cache -> cache.getAll(null));
        calls.put("getAll({null})", cache -> cache.getAll(WITH_NULL_KEY));
        calls.put("putAll(null)", cache -> cache.putAll(null));
        calls.put("putAll({null=v})", cache -> cache.putAll(entries("b", 2, null, 2)));
        calls.put("putAll({k=null})", cache -> cache.putAll(entries("b", 2, "a", null)));
        calls.put("removeAll(null)", cache -> cache.removeAll(null));
        calls.put("removeAll({null})", cache -> cache.removeAll(WITH_NULL_KEY));
        calls.put("loadAll(null)", cache -> cache.loadAll(null, true, null));
        calls.put("loadAll({null})", cache -> cache.loadAll(WITH_NULL_KEY, true, null));
        calls.put("invokeAll(null, p)", cache -> cache.invokeAll(null, Increment.BY_ONE));
        calls.put("invokeAll({null}, p)", cache -> cache.invokeAll(WITH_NULL_KEY, Increment.BY_ONE));
        calls.put("invokeAll(keys, null)", cache -> cache.invokeAll(Set.of("a"), NO_PROCESSOR));
        return calls;
    }

    private static Map<String, Call<String, Integer>> proper() {
        Map<String, Call<String, Integer>> calls = new TreeMap<>();
        calls.put("get", cache -> cache.get("a"));
        calls.put("getAll", cache -> cache.getAll(Set.of("a")));
        calls.put("containsKey", cache -> cache.containsKey("a"));
        calls.put("loadAll", cache -> cache.loadAll(Set.of("a"), true, null));
        calls.put("put", cache -> cache.put("a", 1));
        calls.put("getAndPut", cache -> cache.getAndPut("a", 1));
        calls.put("putAll", cache -> cache.putAll(Map.of("a", 1)));
        calls.put("putIfAbsent", cache -> cache.putIfAbsent("a", 1));
        calls.put("remove", cache -> cache.remove("a"));
        calls.put("remove value", cache -> cache.remove("a", 1));
        calls.put("getAndRemove", cache -> cache.getAndRemove("a"));
        calls.put("replace", cache -> cache.replace("a", 1));
        calls.put("replace value", cache -> cache.replace("a", 1, 2));
        calls.put("getAndReplace", cache -> cache.getAndReplace("a", 1));
        calls.put("removeAll keys", cache -> cache.removeAll(Set.of("a")));
        calls.put("removeAll", Cache::removeAll);
        calls.put("clear", Cache::clear);
        calls.put("invoke", cache -> cache.invoke("a", Increment.BY_ONE));
        calls.put("invokeAll", cache -> cache.invokeAll(Set.of("a"), Increment.BY_ONE));
        calls.put("iterator", cache -> assertThat(cache.iterator()).isNotNull());
        return calls;
    }

    private static Map<String, Call<Object, Object>> withWrongTypes() {
        Map<String, Call<Object, Object>> calls = new TreeMap<>();
        calls.put("put(key)", cache -> cache.put(7, 1));
        calls.put("put(value)", cache -> cache.put("a", "one"));
        calls.put("getAndPut(key)", cache -> cache.getAndPut(7, 1));
        calls.put("getAndPut(value)", cache -> cache.getAndPut("a", "one"));
        calls.put("putIfAbsent(key)", cache -> cache.putIfAbsent(7, 1));
        calls.put("putIfAbsent(value)", cache -> cache.putIfAbsent("b", "one"));
        calls.put("putAll(key)", cache -> cache.putAll(Collections.singletonMap(7, 1)));
        calls.put("putAll(value)", cache -> cache.putAll(objects("b", 2, "a", "one")));
        calls.put("replace(value)", cache -> cache.replace("a", "one"));
        calls.put("replace(k, v, value)", cache -> cache.replace("a", 1, "one"));
        calls.put("getAndReplace(value)", cache -> cache.getAndReplace("a", "one"));
        return calls;
    }

    private static Map<String, Integer> entries(String first, int one, String second, Integer two) {
        Map<String, Integer> entries = new LinkedHashMap<>();
        entries.put(first, one);
        entries.put(second, two);
        return entries;
    }

    private static Map<Object, Object> objects(Object first, Object one, Object second, Object two) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        entries.put(first, one);
        entries.put(second, two);
        return entries;
    }
}
