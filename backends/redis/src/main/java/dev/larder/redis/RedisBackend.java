package dev.larder.redis;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** What the caches of one manager share: connections, the breaker, the server's clock. */
final class RedisBackend implements Backend {
    private static final Pattern UNFIT = Pattern.compile("[{}]");
    private static final String PREFIX = "larder:";
    private static final Duration TAG_LIFETIME = Duration.ofDays(30);

    private final RedisAddress address;
    private final Wire wire;
    private final Limits limits;
    private final ClockKeeper clock;
    private final Executor executor;
    private final Ears ears;
    private final TagStamps tags;

    private RedisBackend(
            RedisAddress address,
            Wire wire,
            Limits limits,
            ClockKeeper clock,
            Executor executor,
            Ears ears,
            TagStamps tags) {
        this.address = address;
        this.wire = wire;
        this.limits = limits;
        this.clock = clock;
        this.executor = executor;
        this.ears = ears;
        this.tags = tags;
    }

    static RedisBackend open(BackendSetup setup) {
        Settings settings = setup.address().settings();
        RedisAddress address = RedisAddress.of(setup.address());
        prefix(settings);
        Limits limits = Limits.of(settings);
        UnifiedJedis given = GivenClient.in(setup.properties(), address);
        Client client = given == null
                ? Client.own(new Clients(address, settings, limits)::open, limits.answer())
                : Client.of(given);
        Wire wire = new Wire(address.toString(), client, limits, setup.executor());
        ServerClock clock = new ServerClock(wire, setup.clock(), System::nanoTime);
        ClockKeeper keeper = new ClockKeeper(clock, settings, setup.executor());
        keeper.begin();
        Ears ears = new Ears(wire, limits.answer(), setup.executor());
        return new RedisBackend(
                address,
                wire,
                limits,
                keeper,
                setup.executor(),
                ears,
                new TagStamps(
                        wire,
                        prefix(settings),
                        Failures.of("*", settings),
                        new StampLifetimes(clock, settings.duration("tag-lifetime", TAG_LIFETIME))));
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        Settings settings = setup.settings();
        String cache = prefix(settings) + CacheNames.encoded(setup.cache());
        Keyspace keyspace = address.topology() == Topology.CLUSTER ? new ManyBuckets(cache) : new OneBucket(cache);
        Sizes sizes = Sizes.of(settings);
        Reclaiming reclaiming = new Reclaiming(wire, keyspace, sizes.scanCount(), executor);
        RedisStore store = new RedisStore(
                wire,
                keyspace,
                sizes,
                limits,
                Failures.of(setup.cache(), settings),
                reclaiming,
                Telling.of(settings, keyspace, ears),
                tags);
        return Failures.areDropped(settings) ? new DroppingStore(store, executor) : store;
    }

    private static String prefix(Settings settings) {
        String prefix = settings.text("prefix", PREFIX);
        if (UNFIT.matcher(prefix).find()) {
            throw new IllegalArgumentException(
                    "setting 'prefix' is '" + prefix + "'; it takes any text without { and }, as in app1:larder:");
        }
        return prefix;
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
        return type.isInstance(wire.client()) ? type.cast(wire.client()) : null;
    }

    @Override
    public void close() {
        clock.stop();
        ears.close();
        wire.close();
    }
}
