package dev.larder.memcached;

import dev.larder.memcached.connection.FailureCollector;
import dev.larder.memcached.connection.FailurePolicy;
import dev.larder.memcached.connection.KeyDump;
import dev.larder.memcached.connection.Nodes;
import dev.larder.memcached.entry.ClearStamps;
import dev.larder.memcached.entry.EntryCursor;
import dev.larder.memcached.entry.EntryExchanges;
import dev.larder.memcached.entry.EntryReads;
import dev.larder.memcached.entry.EntryWrites;
import dev.larder.memcached.entry.Keyspace;
import dev.larder.memcached.entry.ServerTagStamps;
import dev.larder.memcached.entry.TagStampCalls;
import dev.larder.memcached.protocol.ServerTtl;
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

/** The entries of one cache on memcached servers. Applies the failure policy to every call. */
final class MemcachedStore implements TagStore {
    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(
            EnumSet.of(Ability.READ_FREE_PUT, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));

    private final MemcachedClient client;
    private final List<KeyDump> keyDumps;
    private final Keyspace keyspace;
    private final int maxEntryBytes;
    private final FailurePolicy failurePolicy;
    private final ServerTtl serverTtl;
    private final ClearStamps clearStamps;
    private final ServerTagStamps tags;
    private final EntryReads entryReads;
    private final EntryWrites entryWrites;
    private final EntryExchanges entryExchanges;

    MemcachedStore(
            MemcachedClient client,
            Nodes nodes,
            List<KeyDump> crawls,
            Keyspace keyspace,
            int maxEntryBytes,
            FailurePolicy failurePolicy,
            Clock clock,
            ServerTagStamps tags) {
        this.client = client;
        this.tags = tags;
        this.keyDumps = crawls;
        this.keyspace = keyspace;
        this.maxEntryBytes = maxEntryBytes;
        this.failurePolicy = failurePolicy;
        this.serverTtl = new ServerTtl(clock);
        this.clearStamps = new ClearStamps(nodes, keyspace.stampKey(), clock);
        this.entryReads = new EntryReads(nodes, keyspace, clearStamps, tags);
        this.entryWrites = new EntryWrites(nodes, keyspace, clearStamps, serverTtl);
        this.entryExchanges = new EntryExchanges(nodes, keyspace, clearStamps, serverTtl, entryReads);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return failurePolicy.reading(() -> entryReads.read(key), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        FailureCollector failureCollector = new FailureCollector();
        List<@Nullable ByteEntry> entries = entryReads.readAll(keys, failureCollector);
        failurePolicy.reading(failureCollector::throwIfAny);
        return entries;
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return failurePolicy.writing(() -> entryExchanges.exchange(key, expected, next), expected);
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        FailureCollector failureCollector = new FailureCollector();
        List<@Nullable ByteEntry> witnesses = entryExchanges.exchangeAll(exchanges, failureCollector);
        failurePolicy.writing(failureCollector::throwIfAny);
        return witnesses;
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        failurePolicy.writing(() -> entryWrites.put(key, next));
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        failurePolicy.writing(() -> entryWrites.putAll(entries));
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        Stamped found = failurePolicy.reading(() -> entryReads.read(key, query), null);
        return found == null ? new Stamped(null, null) : found;
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        TagStampCalls calls = tags.send(query);
        List<@Nullable ByteEntry> entries = readAll(keys);
        return new StampedAll(entries, failurePolicy.reading(calls::stamps, null));
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        TagStampCalls calls = tags.send(query);
        ByteEntry witness = exchange(key, expected, next);
        return new Stamped(witness, failurePolicy.writing(calls::stamps, null));
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        TagStampCalls calls = tags.send(query);
        List<@Nullable ByteEntry> witnesses = exchangeAll(exchanges);
        return new StampedAll(witnesses, failurePolicy.writing(calls::stamps, null));
    }

    /** Ignores the query. The core does not call it, because this store lacks {@link Ability#SWAP}. */
    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return new Stamped(swap(key, next), null);
    }

    @Override
    public long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query) {
        TagStampCalls calls = tags.send(query);
        put(key, next);
        return failurePolicy.writing(calls::stamps, null);
    }

    @Override
    public long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        TagStampCalls calls = tags.send(query);
        putAll(entries);
        return failurePolicy.writing(calls::stamps, null);
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        serverTtl.keepExpired(wanted);
    }

    @Override
    public void clear() {
        failurePolicy.writing(clearStamps::renewAll);
    }

    /** Lists all keys first, which takes 8 to 250 bytes of memory each. Values are read as the iterator advances. */
    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        Collection<ByteKey> keys = new LinkedHashSet<>();
        for (KeyDump keyDump : keyDumps) {
            keyDump.forEachKey(at -> {
                ByteKey key = keyspace.keyOf(at);
                if (key != null) {
                    keys.add(key);
                }
            });
        }
        return new EntryCursor(keys, entryReads);
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return clearStamps.ownLifetimes().mayExist();
    }

    @Override
    public void announceOwnLifetimes() {
        clearStamps.ownLifetimes().announce();
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
        // The connections belong to the backend.
    }
}
