package dev.larder.redis.entry;

import dev.larder.redis.command.MgetMerger;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.PiggybackCommands;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stamped;
import dev.larder.spi.StampedAll;
import dev.larder.spi.TagQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes that also return the stamps of tags. The requests for the stamps are sent in the same round
 * trip.
 */
public final class TaggedEntries {
    private static final byte[] NO_EVENT = {};
    private static final int MAX_KEYS_IN_ONE_READ = MgetMerger.MAX_KEYS - 1;

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;
    private final ServerTagStamps tags;

    public TaggedEntries(
            CommandExecutor commandExecutor,
            Keyspace keyspace,
            ClearStamps stamps,
            ServerTtl serverTtl,
            ServerTagStamps tags) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
        this.tags = tags;
    }

    private PiggybackCommands piggyback(TagStampRequests trip) {
        return new PiggybackCommands(commandExecutor, trip.requests());
    }

    private TagStampRequests requestsFor(TagQuery query, @Nullable ByteEntry next) {
        return tags.requestsFor(query, next == null ? ServerTtl.UNLIMITED : serverTtl.of(next));
    }

    // The longest time to live decides. Entries without a limit need no more than a stamp that is merely used.
    private TagStampRequests requestsFor(TagQuery query, Stream<@Nullable ByteEntry> next) {
        return tags.requestsFor(
                query,
                next.filter(Objects::nonNull).mapToLong(serverTtl::of).max().orElse(ServerTtl.UNLIMITED));
    }

    private EntryReads reads(PiggybackCommands piggybackCommands) {
        return new EntryReads(piggybackCommands, keyspace, stamps, false);
    }

    private EntryWrites writes(PiggybackCommands piggybackCommands) {
        return new EntryWrites(piggybackCommands, keyspace, stamps, serverTtl);
    }

    private EntryExchanges exchanges(PiggybackCommands piggybackCommands) {
        return new EntryExchanges(piggybackCommands, keyspace, stamps, serverTtl);
    }

    private static long[] stamps(TagStampRequests trip, PiggybackCommands piggybackCommands) {
        return trip.stamps(piggybackCommands.answers());
    }

    public Stamped read(ByteKey key, TagQuery query) {
        TagStampRequests trip = tags.requestsFor(query, ServerTtl.UNLIMITED);
        boolean together = keyspace.buckets() == 1 && trip.onlyReads();
        return together && query.tags().size() < MAX_KEYS_IN_ONE_READ
                ? readInOneCommand(key, query, trip)
                : readPiggybacked(key, trip);
    }

    // Everything is on one server: a single MGET, built directly rather than merged.
    private Stamped readInOneCommand(ByteKey key, TagQuery query, TagStampRequests trip) {
        List<byte[]> keys = new ArrayList<>(query.tags().size() + 2);
        keys.add(keyspace.stampKey(0));
        keys.add(keyspace.entryKey(key));
        query.tags().forEach(tag -> keys.add(tags.key(tag)));
        List<?> found = Replies.list(commandExecutor.send(Requests.getAll(keys)));
        stamps.observe(0, found.get(0));
        ByteEntry entry = ClearStampField.entryOf(found.get(0), found.get(1));
        return new Stamped(entry, trip.stamps(found.subList(2, found.size())));
    }

    private Stamped readPiggybacked(ByteKey key, TagStampRequests trip) {
        PiggybackCommands piggybackCommands = piggyback(trip);
        ByteEntry found = reads(piggybackCommands).read(key);
        return new Stamped(found, stamps(trip, piggybackCommands));
    }

    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        TagStampRequests trip = tags.requestsFor(query, ServerTtl.UNLIMITED);
        PiggybackCommands piggybackCommands = piggyback(trip);
        List<@Nullable ByteEntry> found = reads(piggybackCommands).readAll(keys);
        return new StampedAll(found, stamps(trip, piggybackCommands));
    }

    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        TagStampRequests trip = requestsFor(query, next);
        PiggybackCommands piggybackCommands = piggyback(trip);
        ByteEntry witness = exchanges(piggybackCommands).exchange(key, expected, next, NO_EVENT);
        return new Stamped(witness, stamps(trip, piggybackCommands));
    }

    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        TagStampRequests trip = requestsFor(query, exchanges.stream().map(Exchange::next));
        PiggybackCommands piggybackCommands = piggyback(trip);
        List<@Nullable ByteEntry> witnesses =
                exchanges(piggybackCommands).exchangeAll(exchanges, Collections.nCopies(exchanges.size(), NO_EVENT));
        return new StampedAll(witnesses, stamps(trip, piggybackCommands));
    }

    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        TagStampRequests trip = requestsFor(query, next);
        PiggybackCommands piggybackCommands = piggyback(trip);
        ByteEntry before = writes(piggybackCommands).swap(key, next);
        return new Stamped(before, stamps(trip, piggybackCommands));
    }

    public long[] put(ByteKey key, ByteEntry next, TagQuery query) {
        TagStampRequests trip = requestsFor(query, next);
        PiggybackCommands piggybackCommands = piggyback(trip);
        writes(piggybackCommands).put(key, next);
        return stamps(trip, piggybackCommands);
    }

    public long[] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        TagStampRequests trip = requestsFor(query, entries.values().stream());
        PiggybackCommands piggybackCommands = piggyback(trip);
        writes(piggybackCommands).putAll(entries);
        return stamps(trip, piggybackCommands);
    }
}
