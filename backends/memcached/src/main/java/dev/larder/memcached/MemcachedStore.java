package dev.larder.memcached;

import dev.larder.memcached.connection.FailureCollector;
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
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.Mode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.rubyeye.xmemcached.MemcachedClient;
import org.jspecify.annotations.Nullable;

/** The entries of one cache on memcached servers. Applies the failure policy to every call. */
final class MemcachedStore implements ByteStore {
    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(
            EnumSet.of(Ability.READ_FREE_PUT, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY, Ability.TAG_STAMPS));

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
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        options.requireAbilities(ABILITIES);
        return keys.size() == 1 ? readOne(keys.get(0), options) : readSome(keys, options);
    }

    private Reply readOne(ByteKey key, ReadOptions options) {
        TagQuery query = options.tags();
        Reply found = failurePolicy.reading(
                options,
                () -> query == null ? Reply.of(entryReads.read(key), null) : entryReads.read(key, query),
                null);
        return found == null ? Reply.ofMisses(1) : found;
    }

    private Reply readSome(List<ByteKey> keys, ReadOptions options) {
        TagQuery query = options.tags();
        TagStampCalls calls = query == null ? null : tags.send(query);
        FailureCollector failureCollector = new FailureCollector();
        List<@Nullable ByteEntry> entries = entryReads.readAll(keys, failureCollector);
        failurePolicy.reading(options, failureCollector::throwIfAny);
        return new Reply(entries, calls == null ? null : failurePolicy.reading(options, calls::stamps, null));
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        options.requireAbilities(ABILITIES);
        TagQuery query = options.tags();
        TagStampCalls calls = query == null ? null : tags.send(query);
        return Objects.requireNonNull(failurePolicy.writing(() -> {
            List<@Nullable ByteEntry> entries = written(writes, options.mode());
            return new Reply(entries, calls == null ? null : calls.stamps());
        }));
    }

    private List<@Nullable ByteEntry> written(List<Write> writes, Mode mode) {
        if (mode == Mode.EXCHANGE) {
            return entryExchanges.exchangeAll(writes);
        }
        entryWrites.putAll(writes);
        return Collections.nCopies(writes.size(), null);
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
