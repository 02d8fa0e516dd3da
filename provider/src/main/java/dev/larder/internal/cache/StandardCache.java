package dev.larder.internal.cache;

import dev.larder.AsyncCache;
import dev.larder.LarderCache;
import dev.larder.LarderEntry;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.internal.Unwrapping;
import dev.larder.internal.engine.Batches;
import dev.larder.internal.engine.Engine;
import dev.larder.internal.engine.Found;
import dev.larder.internal.engine.Grace;
import dev.larder.internal.engine.Lookups;
import dev.larder.internal.engine.Operation;
import dev.larder.internal.engine.Operations;
import dev.larder.internal.engine.RefreshAhead;
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
 * The cache that callers see: it checks state and arguments, and hands the rest on as named operations.
 * What an operation means stands in {@link Operations}, nowhere here.
 */
@SuppressWarnings("NullAway") // JSR-107 gives null for «absent», and knows no nullness annotations
public final class StandardCache<K, V> implements LarderCache<K, V> {
    private final CacheContext<K, V> context;
    private final CacheParts<K, V> parts;
    private final Engine<K, V> engine;
    private final Lookups<K, V> lookups;
    private final Batches<K, V> batches;
    private final Grace<K, V> grace;
    private final Checks<K, V> checks;
    private final LarderCache<K, V> face;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread closer;

    /** Opens the cache; if a factory of the user's throws, all that was made is closed, and it goes through. */
    public StandardCache(CacheContext<K, V> context) {
        this.context = context;
        this.checks = new Checks<>(context.name(), context.configuration());
        this.face = Interception.face(this, context.additions().interceptors());
        this.parts = CacheParts.assemble(context, face);
        this.engine = parts.engine();
        this.lookups = parts.lookups();
        this.batches = parts.batches();
        this.grace = new Grace<>(engine);
    }

    @Override
    public V get(K key) {
        ensureOpen();
        RefreshAhead<K, V> ahead = parts.ahead();
        return ahead == null ? lookups.get(checks.key(key)) : ahead.get(checks.key(key));
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        ensureOpen();
        return batches.getAll(checks.keys(keys));
    }

    @Override
    public boolean containsKey(K key) {
        ensureOpen();
        return lookups.containsKey(checks.key(key));
    }

    @Override
    public void loadAll(
            Set<? extends K> keys, boolean replaceExistingValues, @Nullable CompletionListener completionListener) {
        ensureOpen();
        Set<K> wanted = checks.keys(keys);
        Loading.start(
                context.name(),
                parts.background(),
                () -> batches.loadAll(wanted, replaceExistingValues),
                completionListener);
    }

    @Override
    public void put(K key, V value) {
        ensureOpen();
        run(checks.newKey(key), Operations.put(checks.value(value)));
    }

    @Override
    public boolean put(K key, V value, PutOptions options) {
        ensureOpen();
        return engine.put(checks.newKey(key), checks.value(value), checks.terms(options));
    }

    @Override
    public Lease lease(Set<String> tags) {
        ensureOpen();
        return new TakenLease(context.tags().look(checks.tags(tags)));
    }

    @Override
    public void invalidateTags(Set<String> tags) {
        ensureOpen();
        context.tags().invalidate(checks.tags(tags));
    }

    @Override
    public @Nullable LarderEntry<K, V> entry(K key) {
        ensureOpen();
        Found<V> found = lookups.find(checks.key(key));
        return found == null ? null : new ReadEntry<>(key, found.value(), found.entry());
    }

    @Override
    public V getAndPut(K key, V value) {
        ensureOpen();
        return run(checks.newKey(key), Operations.getAndPut(checks.value(value)));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        ensureOpen();
        batches.putAll(checks.entries(map));
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        ensureOpen();
        return run(checks.newKey(key), Operations.putIfAbsent(checks.value(value)));
    }

    @Override
    public boolean remove(K key) {
        ensureOpen();
        return run(checks.key(key), Operations.remove());
    }

    @Override
    public boolean remove(K key, V oldValue) {
        ensureOpen();
        return run(checks.key(key), Operations.remove(checks.value(oldValue)));
    }

    @Override
    public V getAndRemove(K key) {
        ensureOpen();
        return run(checks.key(key), Operations.getAndRemove());
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        ensureOpen();
        return run(checks.newKey(key), Operations.replace(checks.value(oldValue), checks.value(newValue)));
    }

    @Override
    public boolean replace(K key, V value) {
        ensureOpen();
        return run(checks.newKey(key), Operations.replace(checks.value(value)));
    }

    @Override
    public V getAndReplace(K key, V value) {
        ensureOpen();
        return run(checks.newKey(key), Operations.getAndReplace(checks.value(value)));
    }

    @Override
    public V getOrLoad(K key, Function<? super K, ? extends @Nullable V> loader, PutOptions options) {
        ensureOpen();
        checks.notNull(loader, "the loader");
        return parts.loads().getOrLoad(checks.newKey(key), loader, checks.terms(options));
    }

    @Override
    public @Nullable LarderEntry<K, V> getStale(K key) {
        ensureOpen();
        Found<V> found = grace.stale(checks.key(key));
        return found == null ? null : new ReadEntry<>(key, found.value(), found.entry());
    }

    @Override
    public boolean extend(K key, V value) {
        ensureOpen();
        return grace.extend(checks.newKey(key), checks.value(value));
    }

    @Override
    public V refresh(K key) {
        ensureOpen();
        return parts.loads().refresh(checks.newKey(key));
    }

    @Override
    public long increment(K key, long delta) {
        ensureOpen();
        return engine.increment(checks.newKey(key), delta);
    }

    @Override
    public AsyncCache<K, V> async() {
        return asyncBehind(this);
    }

    /** The asynchronous operations of what stands around this cache. */
    AsyncCache<K, V> asyncBehind(LarderCache<K, V> around) {
        return new AsyncFace<>(around, context.isAtHand() ? Runnable::run : context.executor(), context.executor());
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        ensureOpen();
        batches.removeAll(checks.keys(keys));
    }

    @Override
    public void removeAll() {
        ensureOpen();
        batches.removeAll();
    }

    @Override
    public void clear() {
        ensureOpen();
        parts.shelf().clear();
    }

    @Override
    public <T> T invoke(K key, EntryProcessor<K, V, T> entryProcessor, Object... arguments) {
        ensureOpen();
        checks.notNull(entryProcessor, "the entry processor");
        return run(checks.newKey(key), Operations.invoke(getName(), entryProcessor, arguments));
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> entryProcessor, Object... arguments) {
        ensureOpen();
        checks.notNull(entryProcessor, "the entry processor");
        return batches.invokeAll(checks.keys(keys), entryProcessor, arguments);
    }

    @Override
    public Iterator<Cache.Entry<K, V>> iterator() {
        ensureOpen();
        return new LiveIterator<>(engine, lookups, parts.shelf().iterator());
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return Unwrapping.unwrap(type, context.configuration());
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        ensureOpen();
        context.configuration()
                .addCacheEntryListenerConfiguration(checks.notNull(configuration, "the listener configuration"));
        parts.listen(context.configuration(), configuration);
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        ensureOpen();
        checks.notNull(configuration, "the listener configuration");
        context.configuration().removeCacheEntryListenerConfiguration(configuration);
        parts.listeners().deregister(configuration);
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
        return Unwrapping.unwrap(type, this, parts.shelf().unwrap(type));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closer = Thread.currentThread();
            try {
                parts.close();
            } finally {
                context.onClose().accept(context.name());
                closer = null;
            }
        }
    }

    /** Forgets every entry, then closes. Does nothing if this is closed already, or is being closed. */
    public void destroy() {
        try {
            if (!isClosed()) {
                parts.shelf().destroy();
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

    /** This cache with its interceptors around it: what the application gets. */
    public LarderCache<K, V> face() {
        return face;
    }

    /** What this cache has counted, whether or not statistics are on. */
    public Statistics statistics() {
        return parts.tally().statistics();
    }

    /** Counts from now on, or counts no more; the configuration shows it. */
    public void enableStatistics(boolean on) {
        context.configuration().setStatisticsEnabled(on);
        parts.tally().enable(on);
    }

    /** Notes in the configuration whether the cache is managed; the beans are the manager's. */
    public void enableManagement(boolean on) {
        context.configuration().setManagementEnabled(on);
    }

    /** For people: the cache's name and its manager's. */
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
