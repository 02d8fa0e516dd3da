package dev.larder.redis;

import dev.larder.redis.connection.ApplicationClient;
import dev.larder.redis.connection.ClientFactory;
import dev.larder.redis.connection.ClientHolder;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.RedisAddress;
import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.connection.Topology;
import dev.larder.redis.entry.ServerTagStamps;
import dev.larder.redis.entry.StampLifetimes;
import dev.larder.redis.event.EventPublisher;
import dev.larder.redis.event.EventSubscriber;
import dev.larder.redis.keyspace.ClusterKeyspace;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.redis.keyspace.Reaper;
import dev.larder.redis.keyspace.SingleServerKeyspace;
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.CacheNames;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * What the caches of one manager share: connections, breakers, the server's clock, the event subscriber and the
 * tag stamps.
 */
final class RedisBackend implements Backend {
    private static final Duration TAG_LIFETIME = Duration.ofDays(30);

    private final RedisAddress address;
    private final CommandExecutor commandExecutor;
    private final Timeouts timeouts;
    private final ServerClockRefresh clock;
    private final Executor executor;
    private final EventSubscriber eventSubscriber;
    private final ServerTagStamps tags;
    private final Settings ofAddress;

    private RedisBackend(
            RedisAddress address,
            CommandExecutor commandExecutor,
            Timeouts timeouts,
            ServerClockRefresh clock,
            Executor executor,
            EventSubscriber eventSubscriber,
            ServerTagStamps tags,
            Settings ofAddress) {
        this.address = address;
        this.commandExecutor = commandExecutor;
        this.timeouts = timeouts;
        this.clock = clock;
        this.executor = executor;
        this.eventSubscriber = eventSubscriber;
        this.tags = tags;
        this.ofAddress = ofAddress;
    }

    static RedisBackend open(BackendSetup setup) {
        Settings settings = setup.address().settings();
        RedisAddress address = RedisAddress.of(setup.address());
        RedisSettings.NAMES.check(setup, RedisSettings::check);
        Timeouts timeouts = Timeouts.of(settings);
        UnifiedJedis given = ApplicationClient.in(setup.properties(), address);
        ClientHolder clientHolder = given == null
                ? ClientHolder.own(new ClientFactory(address, settings, timeouts).check()::open, timeouts.answer())
                : ClientHolder.of(given);
        CommandExecutor commandExecutor =
                new CommandExecutor(address.toString(), clientHolder, timeouts, setup.executor());
        ServerClock clock = new ServerClock(commandExecutor, setup.clock(), System::nanoTime);
        ServerClockRefresh clockRefresh = new ServerClockRefresh(clock, settings, setup.executor());
        clockRefresh.start();
        EventSubscriber eventSubscriber = new EventSubscriber(commandExecutor, timeouts.answer(), setup.executor());
        return new RedisBackend(
                address,
                commandExecutor,
                timeouts,
                clockRefresh,
                setup.executor(),
                eventSubscriber,
                new ServerTagStamps(
                        commandExecutor,
                        RedisSettings.prefix(settings),
                        FailurePolicy.of("*", settings),
                        new StampLifetimes(clock, settings.positiveDuration("tag-lifetime", TAG_LIFETIME))),
                settings);
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        Settings settings = setup.settings();
        RedisSettings.NAMES.check(setup, ofAddress);
        String cache = RedisSettings.prefix(settings) + CacheNames.encoded(setup.cache());
        Keyspace keyspace =
                address.topology() == Topology.CLUSTER ? new ClusterKeyspace(cache) : new SingleServerKeyspace(cache);
        SizeLimits sizeLimits = SizeLimits.of(settings);
        Reaper reaper = new Reaper(commandExecutor, keyspace, sizeLimits.scanCount(), executor);
        FailurePolicy failurePolicy = FailurePolicy.of(setup.cache(), settings);
        RedisStore store = new RedisStore(
                commandExecutor,
                keyspace,
                sizeLimits,
                timeouts,
                failurePolicy,
                reaper,
                EventPublisher.of(settings, keyspace, eventSubscriber),
                tags);
        return failurePolicy.decorate(store, executor);
    }

    @Override
    public Clock clock(Clock manager) {
        return clock.clock();
    }

    @Override
    public Stamps stamps() {
        return tags;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(commandExecutor.client()) ? type.cast(commandExecutor.client()) : null;
    }

    @Override
    public void close() {
        clock.stop();
        eventSubscriber.close();
        commandExecutor.close();
    }
}
