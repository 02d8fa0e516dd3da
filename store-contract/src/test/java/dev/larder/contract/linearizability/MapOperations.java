package dev.larder.contract.linearizability;

import java.util.HashMap;
import java.util.Map;

/** The same operations by a plain map and one thread: what they mean. */
public final class MapOperations {
    private final Map<Integer, Integer> map = new HashMap<>();

    public Integer get(int key) {
        return map.get(key);
    }

    public boolean containsKey(int key) {
        return map.containsKey(key);
    }

    public void put(int key, int value) {
        map.put(key, value);
    }

    public Integer getAndPut(int key, int value) {
        return map.put(key, value);
    }

    public boolean putIfAbsent(int key, int value) {
        return map.putIfAbsent(key, value) == null;
    }

    public boolean remove(int key) {
        return map.remove(key) != null;
    }

    public boolean removeValue(int key, int value) {
        return map.remove(key, value);
    }

    public Integer getAndRemove(int key) {
        return map.remove(key);
    }

    public boolean replace(int key, int value) {
        return map.replace(key, value) != null;
    }

    public boolean replaceValue(int key, int value, int next) {
        return map.replace(key, value, next);
    }

    public Integer getAndReplace(int key, int value) {
        return map.replace(key, value);
    }

    public int increment(int key) {
        return map.merge(key, 1, Integer::sum);
    }
}
