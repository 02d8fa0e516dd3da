package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object store whose behaviour is changed by a {@link Disturbance}. */
final class DisturbedObjectStore implements ObjectStore {
    private final ObjectStore store;
    private final Disturbance disturbance;

    DisturbedObjectStore(ObjectStore store, Disturbance disturbance) {
        this.store = store;
        this.disturbance = disturbance;
    }

    @Override
    public Set<Ability> abilities() {
        return disturbance.abilities(store.abilities());
    }

    @Override
    public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        return expected != null && disturbance.loses(expected)
                ? lost(key, expected)
                : store.exchange(key, expected, next);
    }

    private @Nullable ObjectEntry lost(Object key, ObjectEntry expected) {
        ObjectEntry rewritten = expected.withExpiry(expected.expiry());
        ObjectEntry witness = store.exchange(key, expected, rewritten);
        return witness == expected ? store.read(key) : witness;
    }

    @Override
    public @Nullable ObjectEntry read(Object key) {
        return store.read(key);
    }

    @Override
    public List<@Nullable ObjectEntry> readAll(List<Object> keys) {
        return store.readAll(keys);
    }

    @Override
    public @Nullable ObjectEntry swap(Object key, @Nullable ObjectEntry next) {
        if (!abilities().contains(Ability.SWAP)) {
            return ObjectStore.super.swap(key, next);
        }
        return store.swap(key, next);
    }

    @Override
    public void put(Object key, ObjectEntry next) {
        if (abilities().contains(Ability.READ_FREE_PUT)) {
            store.put(key, next);
        } else {
            ObjectStore.super.put(key, next);
        }
    }

    @Override
    public void putAll(Map<Object, ObjectEntry> entries) {
        if (abilities().contains(Ability.READ_FREE_PUT)) {
            store.putAll(entries);
        } else {
            ObjectStore.super.putAll(entries);
        }
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public void destroy() {
        store.destroy();
    }

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return store.iterator();
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return store.unwrap(type);
    }

    @Override
    public void close() {
        store.close();
    }
}
