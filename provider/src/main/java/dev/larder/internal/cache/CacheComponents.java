package dev.larder.internal.cache;

import dev.larder.LarderConfiguration;
import dev.larder.internal.engine.BulkOperations;
import dev.larder.internal.engine.Engine;
import dev.larder.internal.engine.EngineFactory;
import dev.larder.internal.engine.ExpirySweeper;
import dev.larder.internal.engine.LoadOperations;
import dev.larder.internal.engine.ReadOperations;
import dev.larder.internal.engine.RefreshAhead;
import dev.larder.internal.engine.StatisticsRecorder;
import dev.larder.internal.engine.load.BackgroundTasks;
import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.internal.event.Listeners;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** The components of one cache, assembled together and closed together. */
record CacheComponents<K, V>(
        Engine<K, V> engine,
        ReadOperations<K, V> readOperations,
        BulkOperations<K, V> bulkOperations,
        LoadOperations<K, V> loadOperations,
        @Nullable RefreshAhead<K, V> refreshAhead,
        BackgroundTasks backgroundTasks,
        StoreAdapter<K, V> storeAdapter,
        Listeners<K, V> listeners,
        StatisticsRecorder statisticsRecorder,
        ExpirySweeper<K, V> expirySweeper,
        UserCallbacks<K, V> userCallbacks) {

    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(30);

    /** Assembles a cache. If that fails, closes what the user's factories made. */
    static <K, V> CacheComponents<K, V> assemble(CacheContext<K, V> context, Cache<K, V> source) {
        UserCallbacks<K, V> userCallbacks = UserCallbacks.of(context.configuration());
        Listeners<K, V> listeners = new Listeners<>(source, context.executor());
        try {
            context.configuration().getCacheEntryListenerConfigurations().forEach(listeners::register);
            return assemble(context, userCallbacks, listeners);
        } catch (Exception | Error failure) {
            listeners.close();
            userCallbacks.close();
            throw failure;
        }
    }

    private static <K, V> CacheComponents<K, V> assemble(
            CacheContext<K, V> context, UserCallbacks<K, V> userCallbacks, Listeners<K, V> listeners) {
        LarderConfiguration<K, V> configuration = context.configuration();

        StoreAdapter<K, V> storeAdapter = EngineFactory.storeAdapter(
                context.name(),
                configuration,
                context.store(),
                context.tags(),
                context.codecs(),
                context.vendorSettings().valueCodecOptions());
        EntryTagging<K, V> entryTagging = new EntryTagging<>(
                context.name(), context.tags(), configuration.getTagger(), configuration.getLifetime());
        StatisticsRecorder statisticsRecorder =
                new StatisticsRecorder(configuration.isStatisticsEnabled(), storeAdapter::evictions);
        Engine<K, V> engine = EngineFactory.engine(
                context.name(),
                configuration,
                storeAdapter,
                userCallbacks.expiry(),
                context.clock(),
                listeners,
                statisticsRecorder,
                entryTagging,
                context.vendorSettings().grace(),
                userCallbacks.loader(),
                userCallbacks.writer());
        ReadOperations<K, V> readOperations =
                EngineFactory.readOperations(engine, context.vendorSettings().loadLease());
        BulkOperations<K, V> bulkOperations =
                EngineFactory.bulkOperations(engine, readOperations, userCallbacks.loader());
        LoadOperations<K, V> loadOperations =
                EngineFactory.loadOperations(engine, readOperations, userCallbacks.loader());
        Duration early = context.vendorSettings().refreshAhead();
        BackgroundTasks backgroundTasks = new BackgroundTasks(context.name(), context.executor());
        RefreshAhead<K, V> ahead = early.isZero()
                ? null
                : new RefreshAhead<>(engine, readOperations, loadOperations, backgroundTasks, early);
        ExpirySweeper<K, V> expirySweeper = new ExpirySweeper<>(engine, context.executor(), SWEEP_PAUSE);
        expirySweeper.start();
        return new CacheComponents<>(
                engine,
                readOperations,
                bulkOperations,
                loadOperations,
                ahead,
                backgroundTasks,
                storeAdapter,
                listeners,
                statisticsRecorder,
                expirySweeper,
                userCallbacks);
    }

    /**
     * Adds a listener that the configuration already names. Removes it from the configuration if its factories throw.
     */
    void listen(MutableConfiguration<K, V> configuration, CacheEntryListenerConfiguration<K, V> listener) {
        try {
            listeners.register(listener);
        } catch (Exception | Error failure) {
            configuration.removeCacheEntryListenerConfiguration(listener);
            throw failure;
        }
    }

    void close() {
        expirySweeper.stop();
        backgroundTasks.close();
        listeners.close();
        userCallbacks.close();
        storeAdapter.close();
    }
}
