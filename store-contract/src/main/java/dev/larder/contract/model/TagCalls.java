package dev.larder.contract.model;

import static dev.larder.contract.model.Calls.call;
import static dev.larder.contract.model.Calls.done;

import dev.larder.LarderCache;
import dev.larder.LarderEntry;
import dev.larder.PutOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** The calls that involve tags. Each is paired with its effect in the model. */
final class TagCalls {
    static final List<Call> ALL = List.of(
            call(
                    "put tagged",
                    (cache, step) -> larder(cache).put(step.key(), step.a(), PutOptions.tags(tags(step))),
                    TagCalls::put),
            call(
                    "put with two tags",
                    (cache, step) -> larder(cache).put(step.key(), step.a(), PutOptions.tags(twoTags(step))),
                    (model, step) -> put(model, step, twoTags(step))),
            call(
                    "put under a lease",
                    (cache, step) -> larder(cache)
                            .put(step.key(), step.a(), larder(cache).lease(tags(step))),
                    TagCalls::put),
            call(
                    "put under a lease without tags",
                    (cache, step) -> larder(cache)
                            .put(
                                    step.key(),
                                    step.a(),
                                    PutOptions.tags(tags(step))
                                            .lease(larder(cache).lease(Set.of()))),
                    TagCalls::put),
            call("entry", (cache, step) -> seen(larder(cache).entry(step.key())), TagCalls::entry),
            call(
                    "invalidate",
                    (cache, step) -> done(() -> larder(cache).invalidateTags(Set.of(tag(step.a())))),
                    (model, step) -> done(() -> model.invalidate(tag(step.a())))),
            call(
                    "invalidate two",
                    (cache, step) -> done(() -> larder(cache).invalidateTags(twoTags(step))),
                    (model, step) -> done(() -> twoTags(step).forEach(model::invalidate))));

    private TagCalls() {}

    static String tag(int number) {
        return "t" + number;
    }

    private static Set<String> tags(Step step) {
        return Set.of(tag(step.b()));
    }

    private static Set<String> twoTags(Step step) {
        return new TreeSet<>(List.of(tag(step.a()), tag(step.b())));
    }

    private static Object put(Model model, Step step) {
        return put(model, step, tags(step));
    }

    private static Object put(Model model, Step step, Set<String> tags) {
        model.put(step.key(), step.a(), tags);
        return true;
    }

    private static @Nullable Object entry(Model model, Step step) {
        Integer value = Calls.get(model, step.key());
        return value == null ? null : value + " " + new TreeSet<>(model.tags(step.key()));
    }

    private static @Nullable Object seen(@Nullable LarderEntry<String, Integer> entry) {
        return entry == null ? null : entry.getValue() + " " + new TreeSet<>(entry.tags());
    }

    @SuppressWarnings("unchecked")
    private static LarderCache<String, Integer> larder(Cache<String, Integer> cache) {
        return cache.unwrap(LarderCache.class);
    }
}
