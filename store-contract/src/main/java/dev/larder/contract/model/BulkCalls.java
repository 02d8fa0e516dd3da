package dev.larder.contract.model;

import static dev.larder.contract.model.Calls.call;
import static dev.larder.contract.model.Calls.done;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** The calls on many keys. Each is paired with its effect in the model. */
final class BulkCalls {
    static final List<Call> ALL = List.of(
            call("getAll", (cache, step) -> new TreeMap<>(cache.getAll(step.keySet())), BulkCalls::getAll),
            call(
                    "putAll",
                    (cache, step) -> done(() -> cache.putAll(step.values())),
                    (model, step) -> done(() -> step.values().forEach(model::put))),
            call(
                    "removeAll keys",
                    (cache, step) -> done(() -> cache.removeAll(step.keySet())),
                    (model, step) -> done(() -> step.keySet().forEach(model::remove))),
            call(
                    "removeAll",
                    (cache, step) -> done(cache::removeAll),
                    (model, step) -> done(() -> model.keys().forEach(model::remove))),
            call("clear", (cache, step) -> done(cache::clear), (model, step) -> done(model::clear)),
            call(
                    "invokeAll",
                    (cache, step) -> values(cache.invokeAll(step.keySet(), new Script(step.script()), step.a())),
                    BulkCalls::invokeAll),
            call(
                    "loadAll",
                    (cache, step) -> loadAll(cache, step.keySet(), false),
                    (model, step) -> loadAll(model, step.keySet(), false)),
            call(
                    "loadAll, replacing",
                    (cache, step) -> loadAll(cache, step.keySet(), true),
                    (model, step) -> loadAll(model, step.keySet(), true)),
            call("iterate", (cache, step) -> iterate(cache), (model, step) -> iterate(model)),
            call(
                    "iterate and remove",
                    (cache, step) -> iterateAndRemove(cache, step.keySet()),
                    (model, step) -> iterateAndRemove(model, step.keySet())));

    private BulkCalls() {}

    private static Object getAll(Model model, Step step) {
        Map<String, Integer> values = new TreeMap<>();
        for (String key : step.keySet()) {
            Integer value = Calls.get(model, key);
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static Object invokeAll(Model model, Step step) {
        Map<String, Object> results = new TreeMap<>();
        for (String key : step.keySet()) {
            String result = Calls.invoke(model, key, step);
            if (result != null) {
                results.put(key, result);
            }
        }
        return results;
    }

    private static Map<String, String> values(Map<String, EntryProcessorResult<String>> results) {
        Map<String, String> values = new TreeMap<>();
        results.forEach((key, result) -> values.put(key, result.get()));
        return values;
    }

    private static @Nullable Object loadAll(Cache<String, Integer> cache, Set<String> keys, boolean anew)
            throws Exception {
        CompletionListenerFuture done = new CompletionListenerFuture();
        cache.loadAll(keys, anew, done);
        return done.get(30, TimeUnit.SECONDS);
    }

    private static @Nullable Object loadAll(Model model, Set<String> keys, boolean anew) {
        for (String key : keys) {
            if (model.readsThrough() && (anew || model.peek(key) == null)) {
                Integer loaded = model.fetch(key);
                if (loaded != null) {
                    model.store(key, loaded);
                }
            }
        }
        return null;
    }

    private static Object iterate(Cache<String, Integer> cache) {
        Map<String, Integer> seen = new TreeMap<>();
        cache.forEach(each -> seen.merge(each.getKey(), each.getValue(), (a, b) -> -1));
        return seen;
    }

    private static Object iterate(Model model) {
        Map<String, Integer> seen = new TreeMap<>();
        for (String key : model.keys()) {
            seen.put(key, visit(model, key));
        }
        return seen;
    }

    private static Object iterateAndRemove(Cache<String, Integer> cache, Set<String> keys) {
        Map<String, Integer> seen = new TreeMap<>();
        Iterator<Cache.Entry<String, Integer>> each = cache.iterator();
        while (each.hasNext()) {
            Cache.Entry<String, Integer> entry = each.next();
            seen.put(entry.getKey(), entry.getValue());
            if (keys.contains(entry.getKey())) {
                each.remove();
            }
        }
        return seen;
    }

    private static Object iterateAndRemove(Model model, Set<String> keys) {
        Map<String, Integer> seen = new TreeMap<>();
        for (String key : model.keys()) {
            seen.put(key, visit(model, key));
            if (keys.contains(key)) {
                model.remove(key);
            }
        }
        return seen;
    }

    @SuppressWarnings("NullAway") // only keys of present entries are visited
    private static Integer visit(Model model, String key) {
        Integer value = model.getCounted(key);
        model.access(key);
        return value;
    }
}
