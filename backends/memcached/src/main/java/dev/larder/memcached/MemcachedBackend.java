package dev.larder.memcached;

import dev.larder.memcached.connection.ApplicationConnection;
import dev.larder.memcached.connection.ClientFactory;
import dev.larder.memcached.connection.KeyDump;
import dev.larder.memcached.connection.LarderMemcachedClient;
import dev.larder.memcached.connection.MemcachedAddress;
import dev.larder.memcached.connection.Node;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.connection.OwnConnection;
import dev.larder.memcached.connection.ServerConnection;
import dev.larder.memcached.connection.Timeouts;
import dev.larder.memcached.entry.ItemSizeLimit;
import dev.larder.memcached.entry.Keyspace;
import dev.larder.memcached.entry.ServerTagStamps;
import dev.larder.remote.Credentials;
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Breaker;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import net.rubyeye.xmemcached.MemcachedClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the caches of one manager share: the client, the connection and breaker of each server, and the tag stamps. */
final class MemcachedBackend implements Backend {
    private static final Logger LOG = LoggerFactory.getLogger(MemcachedBackend.class);

    private final MemcachedClient client;
    private final boolean owned;
    private final Nodes nodes;
    private final ItemSizeLimit itemSizeLimit;
    private final ServerTagStamps tags;
    private final List<KeyDump> keyDumps;
    private final Clock clock;
    private final Executor executor;
    private final Settings addressSettings;

    private MemcachedBackend(
            MemcachedClient client,
            boolean owned,
            Nodes nodes,
            List<KeyDump> keyDumps,
            Clock clock,
            Executor executor,
            ServerTagStamps tags,
            Settings addressSettings) {
        this.client = client;
        this.owned = owned;
        this.nodes = nodes;
        this.itemSizeLimit = new ItemSizeLimit(nodes);
        this.tags = tags;
        this.keyDumps = keyDumps;
        this.clock = clock;
        this.executor = executor;
        this.addressSettings = addressSettings;
    }

    static MemcachedBackend open(BackendSetup setup) {
        Settings settings = setup.address().settings();
        MemcachedAddress address = MemcachedAddress.of(setup.address());
        MemcachedSettings.NAMES.check(setup, MemcachedSettings::check);
        Keyspace tags = Keyspace.ofTags(MemcachedSettings.prefix(settings));
        Timeouts timeouts = Timeouts.of(settings);
        Credentials credentials = Credentials.of(
                        address.user(), address.password(), "", "LARDER_MEMCACHED_", settings, System::getenv)
                .ifComplete();
        MemcachedClient given = given(setup);
        LarderMemcachedClient own =
                given == null ? ClientFactory.make(address.hosts().size(), timeouts) : null;
        List<Node> nodes = address.hosts().stream()
                .map(serverAddress -> {
                    ServerConnection serverConnection = own != null
                            ? new OwnConnection(own, serverAddress, timeouts, credentials)
                            : new ApplicationConnection(Objects.requireNonNull(given), serverAddress);
                    Breaker breaker =
                            new Breaker(timeouts.breakerFailures(), timeouts.breakerPause(), System::nanoTime);
                    return new Node(serverAddress, serverConnection, breaker, timeouts.answer());
                })
                .toList();
        List<KeyDump> keyDumps = address.hosts().stream()
                .map(serverAddress -> new KeyDump(serverAddress, timeouts, credentials))
                .toList();
        Nodes all = new Nodes(nodes);
        return new MemcachedBackend(
                own != null ? own : Objects.requireNonNull(given),
                own != null,
                all,
                keyDumps,
                setup.clock(),
                setup.executor(),
                new ServerTagStamps(all, tags),
                settings);
    }

    private static @Nullable MemcachedClient given(BackendSetup setup) {
        Object object = setup.properties().get(MemcachedStoreProvider.CLIENT);
        if (object == null || object instanceof MemcachedClient) {
            return (MemcachedClient) object;
        }
        throw new IllegalArgumentException("property '" + MemcachedStoreProvider.CLIENT + "' holds a "
                + object.getClass().getName() + "; it takes a " + MemcachedClient.class.getName());
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        Settings settings = setup.settings();
        MemcachedSettings.NAMES.check(setup, addressSettings);
        int limit = MemcachedSettings.maxEntryBytes(settings, itemSizeLimit.bytes());
        FailurePolicy failurePolicy = FailurePolicy.of(setup.cache(), settings);
        MemcachedStore store = new MemcachedStore(
                client,
                nodes,
                keyDumps,
                new Keyspace(MemcachedSettings.prefix(settings), setup.cache()),
                limit,
                failurePolicy,
                clock,
                tags);
        return failurePolicy.decorate(store, executor);
    }

    @Override
    public dev.larder.spi.Stamps stamps() {
        return tags;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(client) ? type.cast(client) : null;
    }

    @Override
    public void close() {
        // Before the client: its shutdown waits five seconds for a server to close the connection.
        nodes.all().forEach(Node::close);
        if (owned) {
            try {
                client.shutdown();
            } catch (IOException failure) {
                LOG.warn("a memcached client did not shut down cleanly", failure);
            }
        }
    }
}
