package dev.larder.internal.engine.store;

import dev.larder.internal.codec.copy.Copier;
import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.internal.tag.LocalTagVersions;
import dev.larder.internal.tag.TagStamps;
import dev.larder.spi.Ability;
import dev.larder.spi.Exchange;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Stored;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store adapter over an object store. It copies values on the way in and out, or shares them if the cache stores by
 * reference.
 */
public final class ObjectStoreAdapter<K, V> implements StoreAdapter<K, V> {
    private final ObjectStore store;
    private final Set<Ability> abilities;
    private final Copier copier;
    private volatile boolean ownLifetimes;

    public ObjectStoreAdapter(ObjectStore store, Copier copier) {
        this.store = store;
        this.abilities = store.abilities();
        this.copier = copier;
    }

    @Override
    public @Nullable Stored read(K key) {
        return store.read(key);
    }

    @Override
    public @Nullable Stored read(K key, ReadOptions options) {
        return store.read(key);
    }

    @Override
    @SuppressWarnings("unchecked") // a list of entries is only read as a list of what they are
    public List<@Nullable Stored> readAll(List<K> keys, ReadOptions options) {
        return (List<@Nullable Stored>) (List<?>) store.readAll((List<Object>) keys);
    }

    @Override
    public Stored prepare(K key, V value, long expiry) {
        return new ObjectEntry(copier.copy(value), expiry);
    }

    @Override
    public Stored prepare(K key, V value, long expiry, @Nullable TagStamps stamps, EntryOptions entryOptions) {
        LocalTagVersions localTagVersions = stamps == null ? LocalTagVersions.NONE : (LocalTagVersions) stamps;
        return new TaggedObject(copier.copy(value), expiry, localTagVersions, entryOptions.validator());
    }

    @Override
    public Stored withExpiry(Stored entry, long expiry) {
        return ((ObjectEntry) entry).withExpiry(expiry);
    }

    @Override
    public @Nullable Stored exchange(K key, @Nullable Stored expected, @Nullable Stored next) {
        return store.exchange(own(key, expected), (ObjectEntry) expected, (ObjectEntry) next);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<@Nullable Stored> exchangeAll(List<Transition<K, V, ?>> transitions) {
        List<Exchange<Object, ObjectEntry>> exchanges = new ArrayList<>(transitions.size());
        for (Transition<K, V, ?> transition : transitions) {
            Object key = own(transition.key(), transition.found());
            exchanges.add(new Exchange<>(key, (ObjectEntry) transition.found(), (ObjectEntry) transition.next()));
        }
        return (List<@Nullable Stored>) (List<?>) store.exchangeAll(exchanges);
    }

    @Override
    public @Nullable Stored swap(K key, @Nullable Stored next, @Nullable KeepExpiry keepExpiry) {
        return store.swap(copier.copy(key), (ObjectEntry) next);
    }

    @Override
    public void put(K key, Stored next, @Nullable KeepExpiry keepExpiry) {
        store.put(copier.copy(key), (ObjectEntry) next);
    }

    @Override
    public void putAll(Map<K, Stored> entries, @Nullable KeepExpiry keepExpiry) {
        Map<Object, ObjectEntry> owned = new HashMap<>();
        entries.forEach((key, entry) -> owned.put(copier.copy(key), (ObjectEntry) entry));
        store.putAll(owned);
    }

    // The store keeps the key object of a new entry, and the caller might change its own.
    private Object own(K key, @Nullable Stored expected) {
        return expected == null ? copier.copy(key) : key;
    }

    @Override
    @SuppressWarnings("unchecked") // the keys went in as K
    public Iterator<Map.Entry<K, Stored>> iterator() {
        Iterator<Map.Entry<Object, ObjectEntry>> entries = store.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map.Entry<K, Stored> next() {
                Map.Entry<Object, ObjectEntry> entry = entries.next();
                return Map.entry((K) copier.copy(entry.getKey()), entry.getValue());
            }
        };
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return ownLifetimes;
    }

    @Override
    public void announceOwnLifetimes() {
        if (!ownLifetimes) {
            ownLifetimes = true;
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
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    @Override
    public boolean checksStamps() {
        return false;
    }

    @Override
    public boolean isTagDead(Stored entry) {
        return entry instanceof TaggedObject tagged && tagged.stamps().areOutdated();
    }

    @Override
    public boolean isReadable(Stored entry) {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // the value went in as V
    public V value(Stored entry) {
        return (V) copier.copy(((ObjectEntry) entry).value());
    }

    @Override
    public Supplier<V> valueSupplier(Stored entry) {
        return () -> value(entry);
    }

    @Override
    public boolean holds(Stored entry, V value) {
        return ((ObjectEntry) entry).value().equals(value);
    }

    @Override
    public long evictions() {
        return store.evictions();
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
