package dev.larder.redis.entry;

import dev.larder.redis.command.MgetMerger;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.Commands;
import dev.larder.redis.connection.PiggybackCommands;
import dev.larder.redis.connection.Timeouts;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.ReadOptions.Touch;
import dev.larder.spi.Reply;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reads and writes of one cache, with all their options. Requests for the stamps of tags are sent in the same round
 * trip.
 */
public final class EntryAccess {
    private static final int MAX_KEYS_IN_ONE_READ = MgetMerger.MAX_KEYS - 1;

    private final CommandExecutor commandExecutor;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final ServerTtl serverTtl;
    private final ServerTagStamps tags;
    private final boolean lenient;
    private final BatchedAccess batchedAccess;

    /**
     * @param lenient whether entries on a failed server are absent if other servers answered
     */
    public EntryAccess(
            CommandExecutor commandExecutor,
            Keyspace keyspace,
            ClearStamps stamps,
            ServerTtl serverTtl,
            ServerTagStamps tags,
            Timeouts timeouts,
            boolean lenient) {
        this.commandExecutor = commandExecutor;
        this.keyspace = keyspace;
        this.stamps = stamps;
        this.serverTtl = serverTtl;
        this.tags = tags;
        this.lenient = lenient;
        this.batchedAccess =
                new BatchedAccess(reads(commandExecutor, lenient), writes(commandExecutor), keyspace, timeouts);
    }

    /** See {@link dev.larder.spi.ByteStore#read(List, ReadOptions)}. One round trip per server, in parallel. */
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        TagQuery query = options.tags();
        Touch touch = options.touch();
        if (query == null) {
            return keys.size() == 1 && touch == null
                    ? Reply.of(batchedAccess.read(keys.get(0)), null)
                    : new Reply(entries(keys, options, commandExecutor), null);
        }
        TagStampRequests trip = tags.requestsFor(query, ServerTtl.UNLIMITED);
        if (keys.size() == 1 && touch == null && fitsInOneCommand(query, trip)) {
            return readInOneCommand(keys.get(0), query, trip);
        }
        PiggybackCommands piggybackCommands = new PiggybackCommands(commandExecutor, trip.requests());
        List<@Nullable ByteEntry> found = entries(keys, options, piggybackCommands);
        return new Reply(found, trip.stamps(piggybackCommands.answers()));
    }

    private List<@Nullable ByteEntry> entries(List<ByteKey> keys, ReadOptions options, Commands commands) {
        EntryReads entryReads = reads(commands, lenient && !options.forUpdate());
        Touch touch = options.touch();
        return touch == null
                ? entryReads.readSome(keys)
                : new TouchingReads(keyspace, entryReads, serverTtl).readAll(keys, touch);
    }

    private boolean fitsInOneCommand(TagQuery query, TagStampRequests trip) {
        return keyspace.buckets() == 1 && trip.onlyReads() && query.tags().size() < MAX_KEYS_IN_ONE_READ;
    }

    // Everything is on one server: a single MGET, built directly rather than merged.
    private Reply readInOneCommand(ByteKey key, TagQuery query, TagStampRequests trip) {
        List<byte[]> keys = new ArrayList<>(query.tags().size() + 2);
        keys.add(keyspace.stampKey(0));
        keys.add(keyspace.entryKey(key));
        query.tags().forEach(tag -> keys.add(tags.key(tag)));
        List<?> found = Replies.list(commandExecutor.send(Requests.getAll(keys)));
        stamps.observe(0, found.get(0));
        ByteEntry entry = ClearStampField.entryOf(found.get(0), found.get(1));
        return Reply.of(entry, trip.stamps(found.subList(2, found.size())));
    }

    /**
     * See {@link dev.larder.spi.ByteStore#write}. One round trip per server for some hundred writes; one for each swap.
     */
    public Reply write(List<Write> writes, WriteOptions options) {
        TagQuery query = options.tags();
        if (query == null) {
            return new Reply(entries(writes, options, commandExecutor), null);
        }
        TagStampRequests trip = tags.requestsFor(query, latestExpiry(writes));
        PiggybackCommands piggybackCommands = new PiggybackCommands(commandExecutor, trip.requests());
        List<@Nullable ByteEntry> found = entries(writes, options, piggybackCommands);
        return new Reply(found, trip.stamps(piggybackCommands.answers()));
    }

    // The longest time to live decides. Entries without a limit need no more than a stamp that is merely used.
    private long latestExpiry(List<Write> writes) {
        return writes.stream()
                .map(Write::next)
                .filter(Objects::nonNull)
                .mapToLong(serverTtl::of)
                .max()
                .orElse(ServerTtl.UNLIMITED);
    }

    private List<@Nullable ByteEntry> entries(List<Write> writes, WriteOptions options, Commands commands) {
        KeepExpiry keepExpiry = options.keepExpiry();
        switch (options.mode()) {
            case EXCHANGE:
                return new EntryExchanges(commands, keyspace, stamps, serverTtl).exchangeAll(writes);
            case SWAP:
                return swapAll(writes, keepExpiry, commands);
            case PUT:
                putAll(writes, keepExpiry, commands);
                return Collections.nCopies(writes.size(), null);
        }
        throw new IllegalStateException("unknown mode " + options.mode());
    }

    private List<@Nullable ByteEntry> swapAll(List<Write> writes, @Nullable KeepExpiry keepExpiry, Commands commands) {
        List<@Nullable ByteEntry> previous = new ArrayList<>(writes.size());
        for (Write each : writes) {
            ByteEntry next = each.next();
            previous.add(
                    keepExpiry == null || next == null
                            ? writes(commands).swap(each.key(), next)
                            : keepingPuts(commands).swap(each.key(), next, keepExpiry.now()));
        }
        return previous;
    }

    private void putAll(List<Write> writes, @Nullable KeepExpiry keepExpiry, Commands commands) {
        if (keepExpiry != null) {
            keepingPuts(commands).putAll(writes, keepExpiry.now());
        } else if (writes.size() == 1 && commands == commandExecutor) {
            batchedAccess.put(writes.get(0));
        } else {
            writes(commands).putAll(writes);
        }
    }

    private EntryReads reads(Commands commands, boolean leniently) {
        return new EntryReads(commands, keyspace, stamps, leniently);
    }

    private EntryWrites writes(Commands commands) {
        return new EntryWrites(commands, keyspace, stamps, serverTtl);
    }

    private TtlPreservingPuts keepingPuts(Commands commands) {
        return new TtlPreservingPuts(commands, keyspace, stamps, serverTtl);
    }
}
