package dev.larder.internal.cache;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.internal.statistics.Statistics;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;

/** Stands in for the façade until it is there; to be dropped. */
public final class StandardCache<K, V> implements LarderCache<K, V> {
    private final CacheContext<K, V> context;
    private final LarderConfiguration<K, V> configuration;
    private final Statistics statistics = new Statistics();
    private final AtomicBoolean closed = new AtomicBoolean();

    public StandardCache(CacheContext<K, V> context) {
        this.context = context;
        this.configuration = new LarderConfiguration<>(context.configuration());
        if (configuration.getCacheLoaderFactory() != null) {
            configuration.getCacheLoaderFactory().create();
        }
    }

    public Statistics statistics() {
        return statistics;
    }

    public void enableStatistics(boolean on) {
        configuration.setStatisticsEnabled(on);
    }

    public void enableManagement(boolean on) {
        configuration.setManagementEnabled(on);
    }

    private ObjectStore store() {
        if (isClosed()) {
            throw new IllegalStateException("closed");
        }
        return (ObjectStore) context.store();
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    @Override
    public V get(K key) {
        ObjectEntry entry = store().read(key);
        if (entry == null) {
            statistics.addMisses(1);
        } else {
            statistics.addHits(1);
        }
        return entry == null ? null : (V) entry.value();
    }

    @Override
    public void put(K key, V value) {
        store().exchange(key, null, new ObjectEntry(value, Long.MAX_VALUE));
    }

    @Override
    public void clear() {
        store().clear();
    }

    @Override
    public String getName() {
        return context.name();
    }

    @Override
    public CacheManager getCacheManager() {
        return context.manager();
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            context.store().close();
            context.onClose().accept(getName());
        }
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return type.cast(configuration);
    }

    @Override
    public java.util.Map<K, V> getAll(java.util.Set<? extends K> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean containsKey(K key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void loadAll(
            java.util.Set<? extends K> keys, boolean replace, javax.cache.integration.CompletionListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public V getAndPut(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(java.util.Map<? extends K, ? extends V> map) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(K key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public V getAndRemove(K key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(K key, V a, V b) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public V getAndReplace(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeAll(java.util.Set<? extends K> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeAll() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T invoke(K key, javax.cache.processor.EntryProcessor<K, V, T> processor, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> java.util.Map<K, javax.cache.processor.EntryProcessorResult<T>> invokeAll(
            java.util.Set<? extends K> keys,
            javax.cache.processor.EntryProcessor<K, V, T> processor,
            Object... arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerCacheEntryListener(javax.cache.configuration.CacheEntryListenerConfiguration<K, V> c) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deregisterCacheEntryListener(javax.cache.configuration.CacheEntryListenerConfiguration<K, V> c) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Iterator<javax.cache.Cache.Entry<K, V>> iterator() {
        throw new UnsupportedOperationException();
    }
}
