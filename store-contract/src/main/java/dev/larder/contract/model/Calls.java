package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls on one key. Each is paired with its effect in the model. */
final class Calls {
    private static final List<Call> KEYED = List.of(
            call("get", (cache, step) -> cache.get(step.key()), (model, step) -> get(model, step.key())),
            call(
                    "containsKey",
                    (cache, step) -> cache.containsKey(step.key()),
                    (model, step) -> model.peek(step.key()) != null),
            call(
                    "put",
                    (cache, step) -> done(() -> cache.put(step.key(), step.a())),
                    (model, step) -> done(() -> model.put(step.key(), step.a()))),
            call("getAndPut", (cache, step) -> cache.getAndPut(step.key(), step.a()), Calls::getAndPut),
            call("putIfAbsent", (cache, step) -> cache.putIfAbsent(step.key(), step.a()), Calls::putIfAbsent),
            call(
                    "remove",
                    (cache, step) -> cache.remove(step.key()),
                    (model, step) -> model.remove(step.key()) != null),
            call("remove value", (cache, step) -> cache.remove(step.key(), step.a()), Calls::removeValue),
            call("getAndRemove", (cache, step) -> cache.getAndRemove(step.key()), Calls::getAndRemove),
            call("replace", (cache, step) -> cache.replace(step.key(), step.a()), Calls::replace),
            call("replace value", (cache, step) -> cache.replace(step.key(), step.a(), step.b()), Calls::replaceValue),
            call("getAndReplace", (cache, step) -> cache.getAndReplace(step.key(), step.a()), Calls::getAndReplace),
            call(
                    "invoke",
                    (cache, step) -> cache.invoke(step.key(), new Script(step.script()), step.a()),
                    (model, step) -> invoke(model, step.key(), step)));

    private Calls() {}

    /** All calls, including those on many keys. */
    static List<Call> all() {
        List<Call> all = new ArrayList<>(KEYED);
        all.addAll(BulkCalls.ALL);
        return all;
    }

    static Call call(String name, Call.OfCache real, Call.OfModel ideal) {
        return new Call(name, real, ideal);
    }

    static @Nullable Object done(Runnable call) {
        call.run();
        return null;
    }

    static @Nullable Integer get(Model model, String key) {
        Integer value = model.getCounted(key);
        if (value == null) {
            return model.readsThrough() ? model.load(key) : null;
        }
        model.access(key);
        return value;
    }

    static @Nullable String invoke(Model model, String key, Step step) {
        model.getCounted(key);
        ModelEntry entry = new ModelEntry(model, key);
        String seen = new Script(step.script()).process(entry, step.a());
        entry.settle();
        return seen;
    }

    private static @Nullable Object getAndPut(Model model, Step step) {
        Integer old = model.getCounted(step.key());
        model.put(step.key(), step.a());
        return old;
    }

    private static @Nullable Object putIfAbsent(Model model, Step step) {
        if (model.getCounted(step.key()) != null) {
            return false;
        }
        model.put(step.key(), step.a());
        return true;
    }

    private static @Nullable Object removeValue(Model model, Step step) {
        Integer old = model.getCounted(step.key());
        boolean matches = Objects.equals(old, step.a());
        if (matches) {
            model.remove(step.key());
        } else {
            accessIfThere(model, step.key(), old);
        }
        return matches;
    }

    private static @Nullable Object getAndRemove(Model model, Step step) {
        model.getCounted(step.key());
        return model.remove(step.key());
    }

    private static @Nullable Object replace(Model model, Step step) {
        return getAndReplace(model, step) != null;
    }

    private static @Nullable Object replaceValue(Model model, Step step) {
        Integer old = model.getCounted(step.key());
        boolean matches = Objects.equals(old, step.a());
        if (matches) {
            model.put(step.key(), step.b());
        } else {
            accessIfThere(model, step.key(), old);
        }
        return matches;
    }

    private static @Nullable Object getAndReplace(Model model, Step step) {
        Integer old = model.getCounted(step.key());
        if (old != null) {
            model.put(step.key(), step.a());
        }
        return old;
    }

    private static void accessIfThere(Model model, String key, @Nullable Integer value) {
        if (value != null) {
            model.access(key);
        }
    }
}
