package dev.larder.internal.engine;

import dev.larder.internal.codec.Capacity;
import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Coding;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.tag.MediumTags;
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
public final class Engines {
    private Engines() {}

    /**
     * @param grace how long entries stay after they have expired
     * @param loader the cache's loader, null if it has none; used by reads only if the configuration says so
     * @param writer the cache's writer, null if it has none or does not write through
     */
    public static <K, V> Engine<K, V> engine(
            String cache,
            CompleteConfiguration<K, V> configuration,
            Shelf<K, V> shelf,
            ExpiryPolicy policy,
            Clock clock,
            Listeners<K, V> listeners,
            Tally tally,
            Tagging<K, V> tagging,
            Duration grace,
            @Nullable CacheLoader<K, V> loader,
            @Nullable CacheWriter<? super K, ? super V> writer) {
        Liveness liveness = new Liveness(clock, shelf, grace.toMillis());
        Engine<K, V> engine = new Engine<>(
                cache,
                configuration.getValueType(),
                shelf,
                Lifetimes.of(policy, cache),
                liveness,
                listeners,
                tally,
                tagging,
                loader == null || !configuration.isReadThrough() ? null : new ReadThrough<>(loader, cache),
                writer == null || !configuration.isWriteThrough() ? null : new WriteThrough<>(writer, cache));
        shelf.listen(engine.reporter::hear);
        return engine;
    }

    /**
     * The operations that look, over an engine.
     *
     * @param loadLease how long one JVM keeps the others from loading a key, zero for not at all
     */
    public static <K, V> Lookups<K, V> lookups(Engine<K, V> engine, Duration loadLease) {
        FarFlights<K> far = FarFlights.of(engine.cache, engine.shelf, engine.liveness, loadLease);
        return new Lookups<>(engine, new SharedLoads<>(engine, far));
    }

    /** The bulk operations over an engine; {@code loadAll} works without read-through too. */
    public static <K, V> Batches<K, V> batches(
            Engine<K, V> engine, Lookups<K, V> lookups, @Nullable CacheLoader<K, V> loader) {
        return new Batches<>(engine, lookups, loader == null ? null : new ReadThrough<>(loader, engine.cache));
    }

    /** What loads at the application's word, over an engine. */
    public static <K, V> Loads<K, V> loads(
            Engine<K, V> engine, Lookups<K, V> lookups, @Nullable CacheLoader<K, V> loader) {
        return new Loads<>(engine, lookups, loader == null ? null : new ReadThrough<>(loader, engine.cache));
    }

    /** The shelf over a store: by reference, by value, or as bytes. */
    public static <K, V> Shelf<K, V> shelf(
            String cache,
            CompleteConfiguration<K, V> configuration,
            Store<?, ?> store,
            Tags tags,
            Codecs codecs,
            Coding coding) {
        if (store instanceof ByteStore bytes) {
            Set<Class<?>> types = Set.copyOf(List.of(configuration.getKeyType(), configuration.getValueType()));
            Marshaller marshaller = codecs.marshaller(cache, types, coding, Capacity.of(bytes));
            return new ByteShelf<>(bytes, marshaller, tags instanceof MediumTags known ? known : null);
        }
        ObjectStore objects = (ObjectStore) store;
        boolean shares = !configuration.isStoreByValue() || objects.keepsNothing();
        return new ObjectShelf<>(objects, shares ? Sharing.INSTANCE : codecs.copier(cache));
    }
}
