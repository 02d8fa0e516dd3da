package dev.larder.internal.cache;

import dev.larder.AsyncCache;
import dev.larder.LarderCache;
import dev.larder.LarderEntry;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.internal.Unwrapping;
import dev.larder.internal.engine.BulkOperations;
import dev.larder.internal.engine.Engine;
import dev.larder.internal.engine.ReadOperations;
import dev.larder.internal.engine.RefreshAhead;
import dev.larder.internal.engine.StaleReads;
import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.engine.operation.Operations;
import dev.larder.internal.engine.store.ReadResult;
import dev.larder.internal.statistics.Statistics;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/**
 * The cache that callers use. It checks state and arguments, and runs named operations. {@link Operations} alone
 * defines what an operation means.
 */
@SuppressWarnings("NullAway") // JSR-107 gives null for «absent», and knows no nullness annotations
public final class StandardCache<K, V> implements LarderCache<K, V> {
    private final CacheContext<K, V> context;
    private final CacheComponents<K, V> components;
    private final Engine<K, V> engine;
    private final ReadOperations<K, V> readOperations;
    private final BulkOperations<K, V> bulkOperations;
    private final StaleReads<K, V> staleReads;
    private final ArgumentChecks<K, V> argumentChecks;
    private final LarderCache<K, V> interceptedCache;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread closer;

    /** Opens the cache. If a user's factory throws, closes what was made and passes the exception on. */
    public StandardCache(CacheContext<K, V> context) {
        this.context = context;
        this.argumentChecks = new ArgumentChecks<>(context.name(), context.configuration());
        this.interceptedCache =
                InterceptorProxy.intercept(this, context.vendorSettings().interceptors());
        this.components = CacheComponents.assemble(context, interceptedCache);
        this.engine = components.engine();
        this.readOperations = components.readOperations();
        this.bulkOperations = components.bulkOperations();
        this.staleReads = new StaleReads<>(engine);
    }

    @Override
    public V get(K key) {
        ensureOpen();
        RefreshAhead<K, V> ahead = components.refreshAhead();
        return ahead == null ? readOperations.get(argumentChecks.key(key)) : ahead.get(argumentChecks.key(key));
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        ensureOpen();
        return bulkOperations.getAll(argumentChecks.keys(keys));
    }

    @Override
    public boolean containsKey(K key) {
        ensureOpen();
        return readOperations.containsKey(argumentChecks.key(key));
    }

    @Override
    public void loadAll(
            Set<? extends K> keys, boolean replaceExistingValues, @Nullable CompletionListener completionListener) {
        ensureOpen();
        Set<K> checked = argumentChecks.keys(keys);
        LoadAllTask.start(
                context.name(),
                components.backgroundTasks(),
                () -> bulkOperations.loadAll(checked, replaceExistingValues),
                completionListener);
    }

    @Override
    public void put(K key, V value) {
        ensureOpen();
        run(argumentChecks.newKey(key), Operations.put(argumentChecks.value(value)));
    }

    @Override
    public boolean put(K key, V value, PutOptions options) {
        ensureOpen();
        return engine.put(
                argumentChecks.newKey(key), argumentChecks.value(value), argumentChecks.entryOptions(options));
    }

    @Override
    public Lease lease(Set<String> tags) {
        ensureOpen();
        return new TagSnapshotLease(context.tags().takeSnapshot(argumentChecks.tags(tags)));
    }

    @Override
    public void invalidateTags(Set<String> tags) {
        ensureOpen();
        context.tags().invalidate(argumentChecks.tags(tags));
    }

    @Override
    public @Nullable LarderEntry<K, V> entry(K key) {
        ensureOpen();
        ReadResult<V> readResult = readOperations.find(argumentChecks.key(key));
        return readResult == null ? null : new ReadEntry<>(key, readResult.value(), readResult.entry());
    }

    @Override
    public V getAndPut(K key, V value) {
        ensureOpen();
        return run(argumentChecks.newKey(key), Operations.getAndPut(argumentChecks.value(value)));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        ensureOpen();
        bulkOperations.putAll(argumentChecks.entries(map));
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        ensureOpen();
        return run(argumentChecks.newKey(key), Operations.putIfAbsent(argumentChecks.value(value)));
    }

    @Override
    public boolean remove(K key) {
        ensureOpen();
        return run(argumentChecks.key(key), Operations.remove());
    }

    @Override
    public boolean remove(K key, V oldValue) {
        ensureOpen();
        return run(argumentChecks.key(key), Operations.remove(argumentChecks.value(oldValue)));
    }

    @Override
    public V getAndRemove(K key) {
        ensureOpen();
        return run(argumentChecks.key(key), Operations.getAndRemove());
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        ensureOpen();
        return run(
                argumentChecks.newKey(key),
                Operations.replace(argumentChecks.value(oldValue), argumentChecks.value(newValue)));
    }

    @Override
    public boolean replace(K key, V value) {
        ensureOpen();
        return run(argumentChecks.newKey(key), Operations.replace(argumentChecks.value(value)));
    }

    @Override
    public V getAndReplace(K key, V value) {
        ensureOpen();
        return run(argumentChecks.newKey(key), Operations.getAndReplace(argumentChecks.value(value)));
    }

    @Override
    public V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options) {
        ensureOpen();
        argumentChecks.notNull(loader, "the loader");
        return components
                .loadOperations()
                .getOrLoad(argumentChecks.newKey(key), loader, argumentChecks.entryOptions(options));
    }

    @Override
    public @Nullable LarderEntry<K, V> getStale(K key) {
        ensureOpen();
        ReadResult<V> readResult = staleReads.read(argumentChecks.key(key));
        return readResult == null ? null : new ReadEntry<>(key, readResult.value(), readResult.entry());
    }

    @Override
    public boolean extend(K key, V value) {
        ensureOpen();
        return staleReads.extend(argumentChecks.newKey(key), argumentChecks.value(value));
    }

    @Override
    public V refresh(K key) {
        ensureOpen();
        return components.loadOperations().refresh(argumentChecks.newKey(key));
    }

    @Override
    public long increment(K key, long delta) {
        ensureOpen();
        return engine.increment(argumentChecks.newKey(key), delta);
    }

    @Override
    public AsyncCache<K, V> async() {
        return asyncOver(this);
    }

    /** The asynchronous operations of this cache or of a proxy around it. */
    AsyncCache<K, V> asyncOver(LarderCache<K, V> cache) {
        return new AsyncCacheAdapter<>(
                cache, context.runsInCallingThread() ? Runnable::run : context.executor(), context.executor());
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        ensureOpen();
        bulkOperations.removeAll(argumentChecks.keys(keys));
    }

    @Override
    public void removeAll() {
        ensureOpen();
        bulkOperations.removeAll();
    }

    @Override
    public void clear() {
        ensureOpen();
        components.storeAdapter().clear();
    }

    @Override
    public <T> T invoke(K key, EntryProcessor<K, V, T> entryProcessor, Object... arguments) {
        ensureOpen();
        argumentChecks.notNull(entryProcessor, "the entry processor");
        return run(argumentChecks.newKey(key), Operations.invoke(getName(), entryProcessor, arguments));
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> entryProcessor, Object... arguments) {
        ensureOpen();
        argumentChecks.notNull(entryProcessor, "the entry processor");
        return bulkOperations.invokeAll(argumentChecks.keys(keys), entryProcessor, arguments);
    }

    @Override
    public Iterator<Cache.Entry<K, V>> iterator() {
        ensureOpen();
        return new LiveIterator<>(
                engine, readOperations, components.storeAdapter().iterator());
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return Unwrapping.unwrap(type, context.configuration());
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        ensureOpen();
        context.configuration()
                .addCacheEntryListenerConfiguration(
                        argumentChecks.notNull(configuration, "the listener configuration"));
        components.listen(context.configuration(), configuration);
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        ensureOpen();
        argumentChecks.notNull(configuration, "the listener configuration");
        context.configuration().removeCacheEntryListenerConfiguration(configuration);
        components.listeners().deregister(configuration);
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
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this, components.storeAdapter().unwrap(type));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closer = Thread.currentThread();
            try {
                components.close();
            } finally {
                context.onClose().accept(context.name());
                closer = null;
            }
        }
    }

    /** Removes every entry without events, then closes the cache. Does nothing if the cache is closed or closing. */
    public void destroy() {
        try {
            if (!isClosed()) {
                components.storeAdapter().destroy();
            }
        } catch (RuntimeException failure) {
            if (!isClosed()) {
                throw failure;
            }
        } finally {
            close();
        }
    }

    /** The thread that is closing this cache now, null if none is. */
    public @Nullable Thread closer() {
        return closer;
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    /** This cache with its interceptors around it, as the application gets it. */
    public LarderCache<K, V> interceptedCache() {
        return interceptedCache;
    }

    /** The statistics of this cache, whether or not they are enabled. */
    public Statistics statistics() {
        return components.statisticsRecorder().statistics();
    }

    /** Switches statistics on or off, in the configuration too. */
    public void enableStatistics(boolean on) {
        context.configuration().setStatisticsEnabled(on);
        components.statisticsRecorder().enable(on);
    }

    /** Records in the configuration whether management is enabled. The manager registers the beans. */
    public void enableManagement(boolean on) {
        context.configuration().setManagementEnabled(on);
    }

    /** The names of the cache and of its manager, for messages. */
    @Override
    public String toString() {
        return "LarderCache '" + getName() + "' of " + context.manager().getURI();
    }

    private <R> R run(K key, Operation<K, V, R> operation) {
        return engine.run(key, operation);
    }

    private void ensureOpen() {
        if (closed.get()) {
            throw new IllegalStateException("cache '" + context.name() + "' is closed; get it from its manager again");
        }
    }
}
