package dev.larder.internal.engine;

import dev.larder.internal.Unwrapping;
import javax.cache.Cache;

/** The entry that is passed to the writer. */
record WrittenEntry<K, V>(K key, V value) implements Cache.Entry<K, V> {
    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }
}
