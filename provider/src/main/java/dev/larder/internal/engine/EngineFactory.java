package dev.larder.internal.engine;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.StoreLimits;
import dev.larder.internal.codec.ValueCodecOptions;
import dev.larder.internal.engine.expiry.ExpiryCalculator;
import dev.larder.internal.engine.expiry.Liveness;
import dev.larder.internal.engine.load.DistributedLoadLock;
import dev.larder.internal.engine.load.ReadThrough;
import dev.larder.internal.engine.store.ByteStoreAdapter;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.IdentityCopier;
import dev.larder.internal.engine.store.ObjectStoreAdapter;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.tag.SharedTags;
import dev.larder.internal.tag.Tags;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/** Builds the engine of a cache from its configuration and its store. */
public final class EngineFactory {
    private EngineFactory() {}

    /**
     * @param grace how long entries stay after they have expired
     * @param loader the cache's loader, null if it has none; used by reads only if the configuration says so
     * @param writer the cache's writer, null if it has none; used only if the configuration says so
     */
    public static <K, V> Engine<K, V> engine(
            String cache,
            CompleteConfiguration<K, V> configuration,
            StoreAdapter<K, V> storeAdapter,
            ExpiryPolicy policy,
            Clock clock,
            Listeners<K, V> listeners,
            StatisticsRecorder statisticsRecorder,
            EntryTagging<K, V> entryTagging,
            Duration grace,
            @Nullable CacheLoader<K, V> loader,
            @Nullable CacheWriter<? super K, ? super V> writer) {
        Liveness liveness = new Liveness(clock, storeAdapter, grace.toMillis());
        Engine<K, V> engine = new Engine<>(
                cache,
                configuration.getValueType(),
                storeAdapter,
                ExpiryCalculator.of(policy, cache),
                liveness,
                listeners,
                statisticsRecorder,
                entryTagging,
                loader == null || !configuration.isReadThrough() ? null : new ReadThrough<>(loader, cache),
                writer == null || !configuration.isWriteThrough() ? null : new WriteThrough<>(writer, cache));
        storeAdapter.listen(engine.outcomeReporter::receive);
        return engine;
    }

    /**
     * The read operations over an engine.
     *
     * @param loadLease how long one JVM keeps the others from loading a key; zero for no load lock
     */
    public static <K, V> ReadOperations<K, V> readOperations(Engine<K, V> engine, Duration loadLease) {
        DistributedLoadLock<K> loadLock =
                DistributedLoadLock.of(engine.cache, engine.storeAdapter, engine.liveness, loadLease);
        return new ReadOperations<>(engine, new LoadCoalescer<>(engine, loadLock));
    }

    /** The bulk operations over an engine; {@code loadAll} works without read-through too. */
    public static <K, V> BulkOperations<K, V> bulkOperations(
            Engine<K, V> engine, ReadOperations<K, V> readOperations, @Nullable CacheLoader<K, V> loader) {
        return new BulkOperations<>(
                engine, readOperations, loader == null ? null : new ReadThrough<>(loader, engine.cache));
    }

    /** The load operations that the application calls explicitly, over an engine. */
    public static <K, V> LoadOperations<K, V> loadOperations(
            Engine<K, V> engine, ReadOperations<K, V> readOperations, @Nullable CacheLoader<K, V> loader) {
        return new LoadOperations<>(
                engine, readOperations, loader == null ? null : new ReadThrough<>(loader, engine.cache));
    }

    /** The store adapter over a store: by reference, by value, or as bytes. */
    public static <K, V> StoreAdapter<K, V> storeAdapter(
            String cache,
            CompleteConfiguration<K, V> configuration,
            Store<?, ?> store,
            Tags tags,
            Codecs codecs,
            ValueCodecOptions valueCodecOptions) {
        if (store instanceof ByteStore bytes) {
            Set<Class<?>> types = Set.copyOf(List.of(configuration.getKeyType(), configuration.getValueType()));
            Marshaller marshaller = codecs.marshaller(cache, types, valueCodecOptions, StoreLimits.of(bytes));
            return new ByteStoreAdapter<>(bytes, marshaller, tags instanceof SharedTags known ? known : null);
        }
        ObjectStore objects = (ObjectStore) store;
        boolean shares = !configuration.isStoreByValue() || objects.keepsNothing();
        return new ObjectStoreAdapter<>(objects, shares ? IdentityCopier.INSTANCE : codecs.copier(cache));
    }
}
