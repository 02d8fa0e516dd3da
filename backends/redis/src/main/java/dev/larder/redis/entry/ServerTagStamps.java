package dev.larder.redis.entry;

import dev.larder.redis.FailurePolicy;
import dev.larder.redis.ServerTtl;
import dev.larder.redis.command.Bytes;
import dev.larder.redis.command.CommandExecutor;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Wtf8;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of tags: a key for each, {@code larder:#tag}, in a cluster wherever its own slot is, so that an
 * invalidation is one SET and happens or does not.
 */
public final class ServerTagStamps implements Stamps {
    private final CommandExecutor commandExecutor;
    private final byte[] start;
    private final FailurePolicy failurePolicy;
    private final StampLifetimes lifetimes;

    /**
     * @param failurePolicy what becomes of reads that fail: a tag that cannot be asked for has no stamp, so that what
     *     bears it is absent
     */
    public ServerTagStamps(
            CommandExecutor commandExecutor, String prefix, FailurePolicy failurePolicy, StampLifetimes lifetimes) {
        this.commandExecutor = commandExecutor;
        this.failurePolicy = failurePolicy;
        this.lifetimes = lifetimes;
        // No cache's keys begin like this: the sign is encoded in their names.
        this.start = Wtf8.encode(prefix + "#");
    }

    /** The server's key of a tag's stamp. */
    byte[] key(String tag) {
        return Bytes.joined(start, Wtf8.encode(tag));
    }

    @Override
    public long[] read(List<String> tags) {
        long[] unknown = new long[tags.size()];
        long[] found = failurePolicy.reading(() -> asked(TagQuery.of(tags)), unknown);
        return found == null ? unknown : found;
    }

    @Override
    public long[] ensure(List<String> tags) {
        // If nobody takes the proposals, what is made with them is dead when the server is back.
        long[] proposals = tags.stream().mapToLong(tag -> Stamps.fresh()).toArray();
        long[] found = failurePolicy.reading(() -> asked(new TagQuery(tags, proposals)), proposals);
        return found == null ? proposals : found;
    }

    private long[] asked(TagQuery query) {
        TagStampTrip trip = trip(query, ServerTtl.UNLIMITED);
        return trip.stamps(trip.requests().isEmpty() ? List.of() : commandExecutor.all(trip.requests()));
    }

    /**
     * A question for stamps.
     *
     * @param entries until when the server keeps what is written with them, {@link ServerTtl#UNLIMITED} for nothing or for ever
     */
    TagStampTrip trip(TagQuery query, long entries) {
        return new TagStampTrip(this, lifetimes, query, lifetimes.needed(entries));
    }

    /** The first before all others, which may lie on other servers. */
    @Override
    public void renew(List<String> tags) {
        if (!tags.isEmpty()) {
            commandExecutor.one(renewal(tags.get(0)));
            List<Request> others = tags.stream().skip(1).map(this::renewal).toList();
            if (!others.isEmpty()) {
                commandExecutor.all(others);
            }
        }
    }

    private Request renewal(String tag) {
        return Requests.set(key(tag), ClearStampField.ofLong(Stamps.fresh()), lifetimes.ofNew());
    }

    /** The stamp that the server gave for a tag's key. */
    static long stamp(@Nullable Object answer) {
        return answer instanceof byte[] stamp && stamp.length == Long.BYTES
                ? ByteBuffer.wrap(stamp).getLong()
                : NONE;
    }
}
