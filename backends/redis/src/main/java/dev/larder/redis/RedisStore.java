package dev.larder.redis;

import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.entry.ClearStamps;
import dev.larder.redis.entry.EntryAccess;
import dev.larder.redis.entry.EntryCursor;
import dev.larder.redis.entry.EntryReads;
import dev.larder.redis.entry.ServerTagStamps;
import dev.larder.redis.event.EventPublisher;
import dev.larder.redis.keyspace.KeyScan;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.redis.keyspace.Reaper;
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
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
final class RedisStore implements ByteStore {
    private static final Set<Ability> ABILITIES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Ability.CHANGE_EVENTS)));
    private static final Set<Ability> ABILITIES_WITH_EVENTS = Collections.unmodifiableSet(EnumSet.allOf(Ability.class));

    private final CommandExecutor commandExecutor;
    private final SizeLimits sizeLimits;
    private final Keyspace keyspace;
    private final FailurePolicy failurePolicy;
    private final ServerTtl serverTtl = new ServerTtl();
    private final ClearStamps stamps;
    private final EntryAccess entryAccess;
    private final Reaper reaper;
    private final EventPublisher eventPublisher;

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
        this.entryAccess = new EntryAccess(
                commandExecutor, keyspace, stamps, serverTtl, tags, timeouts, failurePolicy.readsAreLenient());
    }

    @Override
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        Reply found = failurePolicy.reading(options, () -> entryAccess.read(keys, options), null);
        return found == null ? Reply.ofMisses(keys.size()) : found;
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        return Objects.requireNonNull(
                failurePolicy.writing(() -> entryAccess.write(eventPublisher.marked(writes), options)));
    }

    @Override
    public void listen(Consumer<byte[]> listener) {
        eventPublisher.listen(listener);
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
        return eventPublisher.isEnabled() ? ABILITIES_WITH_EVENTS : ABILITIES;
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
