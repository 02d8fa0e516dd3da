package dev.larder.internal.cache;

import dev.larder.LarderConfiguration;
import dev.larder.internal.engine.Background;
import dev.larder.internal.engine.Batches;
import dev.larder.internal.engine.Engine;
import dev.larder.internal.engine.Engines;
import dev.larder.internal.engine.Loads;
import dev.larder.internal.engine.Lookups;
import dev.larder.internal.engine.RefreshAhead;
import dev.larder.internal.engine.Shelf;
import dev.larder.internal.engine.Sweeper;
import dev.larder.internal.engine.Tagging;
import dev.larder.internal.engine.Tally;
import dev.larder.internal.event.Listeners;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** The rooms of one cache, put together, and closed together. */
record CacheParts<K, V>(
        Engine<K, V> engine,
        Lookups<K, V> lookups,
        Batches<K, V> batches,
        Loads<K, V> loads,
        @Nullable RefreshAhead<K, V> ahead,
        Background background,
        Shelf<K, V> shelf,
        Listeners<K, V> listeners,
        Tally tally,
        Sweeper<K, V> sweeper,
        Customisations<K, V> customisations) {

    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(30);

    /** Puts a cache together; if that fails, what was made of the user's factories is closed. */
    static <K, V> CacheParts<K, V> assemble(CacheContext<K, V> context, Cache<K, V> source) {
        Customisations<K, V> customisations = Customisations.of(context.configuration());
        Listeners<K, V> listeners = new Listeners<>(source, context.executor());
        try {
            context.configuration().getCacheEntryListenerConfigurations().forEach(listeners::register);
            return assemble(context, customisations, listeners);
        } catch (RuntimeException failure) {
            listeners.close();
            customisations.close();
            throw failure;
        }
    }

    private static <K, V> CacheParts<K, V> assemble(
            CacheContext<K, V> context, Customisations<K, V> customisations, Listeners<K, V> listeners) {
        LarderConfiguration<K, V> configuration = context.configuration();

        Shelf<K, V> shelf = Engines.shelf(
                context.name(),
                configuration,
                context.store(),
                context.tags(),
                context.codecs(),
                context.additions().coding());
        Tagging<K, V> tagging =
                new Tagging<>(context.name(), context.tags(), configuration.getTagger(), configuration.getLifetime());
        Tally tally = new Tally(configuration.isStatisticsEnabled(), shelf::evictions);
        Engine<K, V> engine = Engines.engine(
                context.name(),
                configuration,
                shelf,
                customisations.expiry(),
                context.clock(),
                listeners,
                tally,
                tagging,
                context.additions().grace(),
                customisations.loader(),
                customisations.writer());
        Lookups<K, V> lookups = Engines.lookups(engine, context.additions().loadLease());
        Batches<K, V> batches = Engines.batches(engine, lookups, customisations.loader());
        Loads<K, V> loads = Engines.loads(engine, lookups, customisations.loader());
        Duration early = context.additions().refreshAhead();
        Background background = new Background(context.name(), context.executor());
        RefreshAhead<K, V> ahead =
                early.isZero() ? null : new RefreshAhead<>(engine, lookups, loads, background, early);
        Sweeper<K, V> sweeper = new Sweeper<>(engine, context.executor(), SWEEP_PAUSE);
        sweeper.start();
        return new CacheParts<>(
                engine, lookups, batches, loads, ahead, background, shelf, listeners, tally, sweeper, customisations);
    }

    /** Adds a listener that the configuration names already; takes it out again if its factories throw. */
    void listen(MutableConfiguration<K, V> configuration, CacheEntryListenerConfiguration<K, V> listener) {
        try {
            listeners.register(listener);
        } catch (RuntimeException failure) {
            configuration.removeCacheEntryListenerConfiguration(listener);
            throw failure;
        }
    }

    void close() {
        sweeper.stop();
        background.close();
        listeners.close();
        customisations.close();
        shelf.close();
    }
}
