package dev.larder.redis;

import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.entry.BatchedAccess;
import dev.larder.redis.entry.ClearStamps;
import dev.larder.redis.entry.EntryCursor;
import dev.larder.redis.entry.EntryExchanges;
import dev.larder.redis.entry.EntryReads;
import dev.larder.redis.entry.EntryWrites;
import dev.larder.redis.entry.FailurePolicy;
import dev.larder.redis.entry.ServerTagStamps;
import dev.larder.redis.entry.TaggedEntries;
import dev.larder.redis.entry.TouchingReads;
import dev.larder.redis.entry.TtlPreservingPuts;
import dev.larder.redis.event.EventPublisher;
import dev.larder.redis.keyspace.KeyScan;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.redis.keyspace.Reaper;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.NotifyingStore;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import dev.larder.spi.TagStore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of one cache on a server or in a cluster. Applies the failure policy to every call. */
final class RedisStore implements LifetimeStore, NotifyingStore, TagStore {
    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(
            EnumSet.of(Ability.READ_FREE_PUT, Ability.SWAP, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));

    private static final Set<Ability> ABILITIES_WITH_NOTIFICATIONS = with(ABILITIES, Ability.CHANGE_EVENTS);
    private static final byte[] NO_EVENT = {};

    private final CommandExecutor commandExecutor;
    private final SizeLimits sizeLimits;
    private final Keyspace keyspace;
    private final FailurePolicy failurePolicy;
    private final ServerTtl serverTtl = new ServerTtl();
    private final ClearStamps stamps;
    private final EntryReads entryReads;
    private final BatchedAccess batchedAccess;
    private final EntryWrites entryWrites;
    private final EntryExchanges entryExchanges;
    private final TtlPreservingPuts ttlPreservingPuts;
    private final TouchingReads touchingReads;
    private final Reaper reaper;
    private final EventPublisher eventPublisher;
    private final TaggedEntries taggedEntries;

    RedisStore(
            CommandExecutor commandExecutor,
            Keyspace keyspace,
            SizeLimits sizeLimits,
            Timeouts timeouts,
            FailurePolicy failurePolicy,
            Reaper reaper,
            EventPublisher eventPublisher,
            ServerTagStamps tags) {
        this.commandExecutor = commandExecutor;
        this.sizeLimits = sizeLimits;
        this.keyspace = keyspace;
        this.failurePolicy = failurePolicy;
        this.reaper = reaper;
        this.eventPublisher = eventPublisher;
        this.stamps = new ClearStamps(commandExecutor, keyspace);
        this.taggedEntries = new TaggedEntries(commandExecutor, keyspace, stamps, serverTtl, tags);
        this.entryReads = new EntryReads(commandExecutor, keyspace, stamps, failurePolicy.readsAreLenient());
        this.entryWrites = new EntryWrites(commandExecutor, keyspace, stamps, serverTtl);
        this.batchedAccess = new BatchedAccess(entryReads, entryWrites, keyspace, timeouts);
        this.entryExchanges = new EntryExchanges(commandExecutor, keyspace, stamps, serverTtl);
        this.ttlPreservingPuts = new TtlPreservingPuts(commandExecutor, keyspace, stamps, serverTtl);
        this.touchingReads = new TouchingReads(keyspace, entryReads, serverTtl);
    }

    private static Set<Ability> with(Set<Ability> abilities, Ability further) {
        EnumSet<Ability> more = EnumSet.of(further);
        more.addAll(abilities);
        return Collections.unmodifiableSet(more);
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return failurePolicy.reading(() -> batchedAccess.read(key), null);
    }

    @Override
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        List<@Nullable ByteEntry> found = failurePolicy.reading(() -> entryReads.readAll(keys), null);
        return found == null ? Collections.nCopies(keys.size(), null) : found;
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return failurePolicy.writing(() -> entryExchanges.exchange(key, expected, next, NO_EVENT));
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        return Objects.requireNonNull(failurePolicy.writing(
                () -> entryExchanges.exchangeAll(exchanges, Collections.nCopies(exchanges.size(), NO_EVENT))));
    }

    @Override
    public @Nullable ByteEntry exchange(
            ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice) {
        return failurePolicy.writing(
                () -> entryExchanges.exchange(key, expected, next, eventPublisher.withMark(notice)));
    }

    @Override
    public List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices) {
        List<byte[]> sealed = notices.stream().map(eventPublisher::withMark).toList();
        return Objects.requireNonNull(failurePolicy.writing(() -> entryExchanges.exchangeAll(exchanges, sealed)));
    }

    @Override
    public void listen(Consumer<byte[]> ear) {
        eventPublisher.listen(ear);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return failurePolicy.writing(() -> entryWrites.swap(key, next));
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        failurePolicy.writing(() -> batchedAccess.put(key, next));
    }

    @Override
    public void putAll(Map<ByteKey, ByteEntry> entries) {
        failurePolicy.writing(() -> entryWrites.putAll(entries));
    }

    @Override
    public Stamped read(ByteKey key, TagQuery query) {
        Stamped found = failurePolicy.reading(() -> taggedEntries.read(key, query), null);
        return found == null ? new Stamped(null, null) : found;
    }

    @Override
    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        StampedAll found = failurePolicy.reading(() -> taggedEntries.readAll(keys, query), null);
        return found == null ? new StampedAll(Collections.nCopies(keys.size(), null), null) : found;
    }

    @Override
    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        return Objects.requireNonNull(failurePolicy.writing(() -> taggedEntries.exchange(key, expected, next, query)));
    }

    @Override
    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        return Objects.requireNonNull(failurePolicy.writing(() -> taggedEntries.exchangeAll(exchanges, query)));
    }

    @Override
    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        return Objects.requireNonNull(failurePolicy.writing(() -> taggedEntries.swap(key, next, query)));
    }

    @Override
    public long @Nullable [] put(ByteKey key, ByteEntry next, TagQuery query) {
        return failurePolicy.writing(() -> taggedEntries.put(key, next, query));
    }

    @Override
    public long @Nullable [] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        return failurePolicy.writing(() -> taggedEntries.putAll(entries, query));
    }

    @Override
    public @Nullable ByteEntry readTouching(ByteKey key, long now, long expiry) {
        return readAllTouching(List.of(key), now, expiry).get(0);
    }

    @Override
    public List<@Nullable ByteEntry> readAllTouching(List<ByteKey> keys, long now, long expiry) {
        List<@Nullable ByteEntry> found = failurePolicy.reading(() -> touchingReads.readAll(keys, now, expiry), null);
        return found == null ? Collections.nCopies(keys.size(), null) : found;
    }

    @Override
    public void putKeeping(ByteKey key, ByteEntry next, long now) {
        failurePolicy.writing(() -> ttlPreservingPuts.put(key, next, now));
    }

    @Override
    public void putAllKeeping(Map<ByteKey, ByteEntry> entries, long now) {
        failurePolicy.writing(() -> ttlPreservingPuts.putAll(entries, now));
    }

    @Override
    public @Nullable ByteEntry swapKeeping(ByteKey key, ByteEntry next, long now) {
        return failurePolicy.writing(() -> ttlPreservingPuts.swap(key, next, now));
    }

    @Override
    public void keepExpired(BooleanSupplier wanted) {
        serverTtl.keepExpired(wanted);
    }

    @Override
    public void clear() {
        failurePolicy.writing(stamps::renewAll);
        reaper.start();
    }

    @Override
    public void destroy() {
        failurePolicy.writing(stamps::removeAll);
        reaper.start();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return new EntryCursor(
                new KeyScan(commandExecutor, keyspace, sizeLimits.scanCount()),
                new EntryReads(commandExecutor, keyspace, stamps, false));
    }

    @Override
    public Set<Ability> abilities() {
        return eventPublisher.isEnabled() ? ABILITIES_WITH_NOTIFICATIONS : ABILITIES;
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return stamps.ownLifetimes().mayExist();
    }

    @Override
    public void announceOwnLifetimes() {
        failurePolicy.writing(stamps.ownLifetimes()::announce);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int maxKeyBytes() {
        return sizeLimits.maxKeyBytes();
    }

    @Override
    public int maxEntryBytes() {
        return sizeLimits.maxEntryBytes();
    }

    @Override
    public boolean wantsRoom() {
        return true;
    }

    @Override
    public <T> @Nullable T unwrap(Class<T> type) {
        return type.isInstance(commandExecutor.client()) ? type.cast(commandExecutor.client()) : null;
    }

    @Override
    public void close() {
        eventPublisher.stop();
    }
}
