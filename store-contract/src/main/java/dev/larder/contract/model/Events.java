package dev.larder.contract.model;

import dev.larder.contract.model.Model.Expected;
import java.util.ArrayList;
import java.util.List;
import javax.cache.event.EventType;

/** Compares the events that listeners got with those that the model expects: key by key, in order. */
final class Events {
    private final boolean oldValueRequired;

    Events(boolean oldValueRequired) {
        this.oldValueRequired = oldValueRequired;
    }

    /**
     * Returns the expected events. If a background sweep of the cache reported an entry as expired that the model still
     * holds, the model reports it too.
     */
    static List<Expected> withSwept(Model model, List<Event> reported) {
        List<Expected> expected = new ArrayList<>();
        model.expiredUnreported().forEach((key, value) -> {
            if (reported.stream()
                    .anyMatch(each ->
                            each.type() == EventType.EXPIRED && each.key().equals(key))) {
                model.forget(key);
                expected.add(new Expected(new Event(EventType.EXPIRED, key, null, value), false));
            }
        });
        expected.addAll(model.events);
        model.events.clear();
        return expected;
    }

    boolean match(List<Event> reported, List<Expected> expected) {
        return Steps.KEYS.stream()
                .allMatch(key -> matchInOrder(
                        reported.stream().filter(each -> each.key().equals(key)).toList(),
                        expected.stream()
                                .filter(each -> each.event().key().equals(key))
                                .toList()));
    }

    private boolean matchInOrder(List<Event> reported, List<Expected> expected) {
        int next = 0;
        for (Expected each : expected) {
            if (next < reported.size() && reported.get(next).matches(each.event(), oldValueRequired)) {
                next++;
            } else if (!each.optional()) {
                return false;
            }
        }
        return next == reported.size();
    }
}
