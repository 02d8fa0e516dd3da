package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A byte store whose behaviour is changed by a {@link Disturbance}. */
final class DisturbedByteStore implements ByteStore {
    private final ByteStore store;
    private final Disturbance disturbance;

    DisturbedByteStore(ByteStore store, Disturbance disturbance) {
        this.store = store;
        this.disturbance = disturbance;
    }

    @Override
    public Set<Ability> abilities() {
        return disturbance.abilities(store.abilities());
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return disturbance.exchange(store, key, expected, next);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return store.read(key);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        return store.readAll(keys);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        if (!abilities().contains(Ability.SWAP)) {
            return ByteStore.super.swap(key, next);
        }
        return store.swap(key, next);
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        if (abilities().contains(Ability.READ_FREE_PUT)) {
            store.put(key, next);
        } else {
            ByteStore.super.put(key, next);
        }
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        if (abilities().contains(Ability.READ_FREE_PUT)) {
            store.putAll(entries);
        } else {
            ByteStore.super.putAll(entries);
        }
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        store.keepExpired(wanted);
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
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return store.iterator();
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return store.mayHoldOwnLifetimes();
    }

    @Override
    public void announceOwnLifetimes() {
        store.announceOwnLifetimes();
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public int maxKeyBytes() {
        return store.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return store.maxEntryBytes();
    }

    @Override
    public boolean wantsRoom() {
        return store.wantsRoom();
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
