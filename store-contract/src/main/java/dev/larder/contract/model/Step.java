package dev.larder.contract.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One step of a trial: a call, and arguments from which it takes what it needs.
 *
 * @param keys at least one key; a call on one key uses the first
 * @param script what a processor does, see {@link Script}
 */
record Step(Call call, List<String> keys, int a, int b, String script) {

    String key() {
        return keys.get(0);
    }

    Set<String> keySet() {
        return new LinkedHashSet<>(keys);
    }

    /** The keys, each with a value. */
    Map<String, Integer> values() {
        Map<String, Integer> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, a + values.size()));
        return values;
    }

    @Override
    public String toString() {
        return call.name() + " " + keys + " " + a + " " + b + " '" + script + "'";
    }
}
