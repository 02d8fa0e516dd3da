package dev.larder.redis.entry;

import dev.larder.redis.ServerTtl;
import dev.larder.redis.command.CommandExecutor;
import dev.larder.redis.command.PiggybackCommands;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Requests;
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
    private static final byte[] SILENCE = {};
    private static final int MOST_TOGETHER = EntryReads.MOST - 1;

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

    private PiggybackCommands luggage(TagStampTrip trip) {
        return new PiggybackCommands(commandExecutor, trip.requests());
    }

    private TagStampTrip trip(TagQuery query, @Nullable ByteEntry next) {
        return tags.trip(query, next == null ? ServerTtl.UNLIMITED : serverTtl.of(next));
    }

    // The longest time to live decides. Entries without a limit need no more than a stamp that is merely used.
    private TagStampTrip trip(TagQuery query, Stream<@Nullable ByteEntry> next) {
        return tags.trip(
                query,
                next.filter(Objects::nonNull).mapToLong(serverTtl::of).max().orElse(ServerTtl.UNLIMITED));
    }

    private EntryReads reading(PiggybackCommands piggybackCommands) {
        return new EntryReads(piggybackCommands, keyspace, stamps, false);
    }

    private EntryWrites writing(PiggybackCommands piggybackCommands) {
        return new EntryWrites(piggybackCommands, keyspace, stamps, serverTtl);
    }

    private EntryExchanges exchanging(PiggybackCommands piggybackCommands) {
        return new EntryExchanges(piggybackCommands, keyspace, stamps, serverTtl);
    }

    private static long[] stamps(TagStampTrip trip, PiggybackCommands piggybackCommands) {
        return trip.stamps(piggybackCommands.answers());
    }

    public Stamped read(ByteKey key, TagQuery query) {
        TagStampTrip trip = tags.trip(query, ServerTtl.UNLIMITED);
        boolean together = keyspace.buckets() == 1 && trip.onlyReads();
        return together && query.tags().size() < MOST_TOGETHER ? readTogether(key, query, trip) : readApart(key, trip);
    }

    // Everything is on one server: a single MGET, built directly rather than merged.
    private Stamped readTogether(ByteKey key, TagQuery query, TagStampTrip trip) {
        List<byte[]> keys = new ArrayList<>(query.tags().size() + 2);
        keys.add(keyspace.stamp(0));
        keys.add(keyspace.entry(key));
        query.tags().forEach(tag -> keys.add(tags.key(tag)));
        List<?> found = Replies.list(commandExecutor.one(Requests.getAll(keys)));
        stamps.saw(0, found.get(0));
        ByteEntry entry = ClearStampField.opened(found.get(0), found.get(1));
        return new Stamped(entry, trip.stamps(found.subList(2, found.size())));
    }

    private Stamped readApart(ByteKey key, TagStampTrip trip) {
        PiggybackCommands piggybackCommands = luggage(trip);
        ByteEntry found = reading(piggybackCommands).one(key);
        return new Stamped(found, stamps(trip, piggybackCommands));
    }

    public StampedAll readAll(List<ByteKey> keys, TagQuery query) {
        TagStampTrip trip = tags.trip(query, ServerTtl.UNLIMITED);
        PiggybackCommands piggybackCommands = luggage(trip);
        List<@Nullable ByteEntry> found = reading(piggybackCommands).all(keys);
        return new StampedAll(found, stamps(trip, piggybackCommands));
    }

    public Stamped exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, TagQuery query) {
        TagStampTrip trip = trip(query, next);
        PiggybackCommands piggybackCommands = luggage(trip);
        ByteEntry witness = exchanging(piggybackCommands).one(key, expected, next, SILENCE);
        return new Stamped(witness, stamps(trip, piggybackCommands));
    }

    public StampedAll exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, TagQuery query) {
        TagStampTrip trip = trip(query, exchanges.stream().map(Exchange::next));
        PiggybackCommands piggybackCommands = luggage(trip);
        List<@Nullable ByteEntry> witnesses =
                exchanging(piggybackCommands).all(exchanges, Collections.nCopies(exchanges.size(), SILENCE));
        return new StampedAll(witnesses, stamps(trip, piggybackCommands));
    }

    public Stamped swap(ByteKey key, @Nullable ByteEntry next, TagQuery query) {
        TagStampTrip trip = trip(query, next);
        PiggybackCommands piggybackCommands = luggage(trip);
        ByteEntry before = writing(piggybackCommands).swap(key, next);
        return new Stamped(before, stamps(trip, piggybackCommands));
    }

    public long[] put(ByteKey key, ByteEntry next, TagQuery query) {
        TagStampTrip trip = trip(query, next);
        PiggybackCommands piggybackCommands = luggage(trip);
        writing(piggybackCommands).put(key, next);
        return stamps(trip, piggybackCommands);
    }

    public long[] putAll(Map<ByteKey, ByteEntry> entries, TagQuery query) {
        TagStampTrip trip = trip(query, entries.values().stream());
        PiggybackCommands piggybackCommands = luggage(trip);
        writing(piggybackCommands).putAll(entries);
        return stamps(trip, piggybackCommands);
    }
}
