package dev.larder.memcached;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.rubyeye.xmemcached.MemcachedClient;
import org.jspecify.annotations.Nullable;

/** The entries of one cache on memcached servers: each verb a round trip, and what becomes of it if that fails. */
final class MemcachedStore implements TagStore {
    private static final Set<Ability> ABILITIES =
            Collections.unmodifiableSet(EnumSet.of(Ability.BLIND_PUT, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));

    private final MemcachedClient client;
    private final List<Crawl> crawls;
    private final Keyspace keyspace;
    private final int maxEntryBytes;
    private final Failures failures;
    private final Lifespan lifespan;
    private final Stamps stamps;
    private final TagStamps tags;
    private final Reading reading;
    private final Writing writing;
    private final Exchanging exchanging;

    MemcachedStore(
            MemcachedClient client,
            Nodes nodes,
            List<Crawl> crawls,
            Keyspace keyspace,
            int maxEntryBytes,
            Failures failures,
            Clock clock,
            TagStamps tags) {
        this.client = client;
        this.tags = tags;
        this.crawls = crawls;
        this.keyspace = keyspace;
        this.maxEntryBytes = maxEntryBytes;
        this.failures = failures;
        this.lifespan = new Lifespan(clock);
        this.stamps = new Stamps(nodes, keyspace.stamp(), clock);
        this.reading = new Reading(nodes, keyspace, stamps, tags);
        this.writing = new Writing(nodes, keyspace, stamps, lifespan);
        this.exchanging = new Exchanging(nodes, keyspace, stamps, lifespan, reading);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return failures.reading(() -> reading.one(key), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        Misfortunes misfortunes = new Misfortunes();
        List<@Nullable ByteEntry> entries = reading.all(keys, misfortunes);
        failures.reading(misfortunes::raise);
        return entries;
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return failures.writing(() -> exchanging.one(key, expected, next), expected);
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        Misfortunes misfortunes = new Misfortunes();
        List<@Nullable ByteEntry> witnesses = exchanging.all(exchanges, misfortunes);
        failures.writing(misfortunes::raise);
        return witnesses;
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        failures.writing(() -> writing.put(key, next));
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        failures.writing(() -> writing.putAll(entries));
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        Stamped found = failures.reading(() -> reading.one(key, query), null);
        return found == null ? new Stamped(null, null) : found;
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        TagCalls calls = tags.begin(query);
        List<@Nullable ByteEntry> entries = readAll(keys);
        return new StampedAll(entries, failures.reading(calls::stamps, null));
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        TagCalls calls = tags.begin(query);
        ByteEntry witness = exchange(key, expected, next);
        return new Stamped(witness, failures.writing(calls::stamps, null));
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        TagCalls calls = tags.begin(query);
        List<@Nullable ByteEntry> witnesses = exchangeAll(exchanges);
        return new StampedAll(witnesses, failures.writing(calls::stamps, null));
    }

    /** As without a query: never asked for. */
    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return new Stamped(swap(key, next), null);
    }

    @Override
    public long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query) {
        TagCalls calls = tags.begin(query);
        put(key, next);
        return failures.writing(calls::stamps, null);
    }

    @Override
    public long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        TagCalls calls = tags.begin(query);
        putAll(entries);
        return failures.writing(calls::stamps, null);
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        lifespan.keepExpired(wanted);
    }

    @Override
    public void clear() {
        failures.writing(stamps::renewAll);
    }

    /** Lists all keys at once, 8 to 250 bytes each in memory, and then fetches the values as they are asked for. */
    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        Collection<ByteKey> keys = new LinkedHashSet<>();
        for (Crawl crawl : crawls) {
            crawl.keys(at -> {
                ByteKey key = keyspace.keyAt(at);
                if (key != null) {
                    keys.add(key);
                }
            });
        }
        return new Cursor(keys, reading);
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return stamps.ownLifetimes().mayBe();
    }

    @Override
    public void announceOwnLifetimes() {
        stamps.ownLifetimes().announce();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int maxKeyBytes() {
        return keyspace.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return maxEntryBytes;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(client) ? type.cast(client) : null;
    }

    @Override
    public void close() {
        // Connections are the backend's.
    }
}
