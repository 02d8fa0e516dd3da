package dev.larder.redis.entry;

import dev.larder.redis.command.Bytes;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.command.ServerTtl;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.remote.FailurePolicy;
import dev.larder.spi.Stamps;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Wtf8;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of tags, each at its own key {@code larder:#tag}. In a cluster the key lies in its own slot.
 * Invalidating one tag is a single atomic SET.
 */
public final class ServerTagStamps implements Stamps {
    private final CommandExecutor commandExecutor;
    private final byte[] keyPrefix;
    private final FailurePolicy failurePolicy;
    private final StampLifetimes lifetimes;

    /**
     * @param failurePolicy applies to failed reads: a tag that cannot be read has no stamp, so entries with the
     *     tag are absent
     */
    public ServerTagStamps(
            CommandExecutor commandExecutor, String prefix, FailurePolicy failurePolicy, StampLifetimes lifetimes) {
        this.commandExecutor = commandExecutor;
        this.failurePolicy = failurePolicy;
        this.lifetimes = lifetimes;
        // Keys of caches never begin like this: # is encoded in cache names.
        this.keyPrefix = Wtf8.encode(prefix + "#");
    }

    /** The server key of a tag's stamp. */
    byte[] key(String tag) {
        return Bytes.concat(keyPrefix, Wtf8.encode(tag));
    }

    @Override
    public long[] read(List<String> tags) {
        long[] unknown = new long[tags.size()];
        long[] found = failurePolicy.reading(() -> fetch(TagQuery.of(tags)), unknown);
        return found == null ? unknown : found;
    }

    @Override
    public long[] ensure(List<String> tags) {
        // If the server cannot store the proposals, entries written with them are absent once it is back.
        long[] proposals = tags.stream().mapToLong(tag -> Stamps.fresh()).toArray();
        long[] found = failurePolicy.reading(() -> fetch(new TagQuery(tags, proposals)), proposals);
        return found == null ? proposals : found;
    }

    private long[] fetch(TagQuery query) {
        TagStampRequests trip = requestsFor(query, ServerTtl.UNLIMITED);
        return trip.stamps(trip.requests().isEmpty() ? List.of() : commandExecutor.sendAll(trip.requests()));
    }

    /**
     * A request for stamps.
     *
     * @param entries until when the server keeps the entries that are written with them;
     *     {@link ServerTtl#UNLIMITED} for none or without limit
     */
    TagStampRequests requestsFor(TagQuery query, long entries) {
        return new TagStampRequests(this, lifetimes, query, lifetimes.requiredExpiry(entries));
    }

    /**
     * Renews the first tag before all others, which may lie on other servers. One round trip for one tag, two for
     * several.
     */
    @Override
    public void renew(List<String> tags) {
        if (!tags.isEmpty()) {
            commandExecutor.send(renewal(tags.get(0)));
            List<Request> others = tags.stream().skip(1).map(this::renewal).toList();
            if (!others.isEmpty()) {
                commandExecutor.sendAll(others);
            }
        }
    }

    private Request renewal(String tag) {
        return Requests.set(key(tag), ClearStampField.ofLong(Stamps.fresh()), lifetimes.expiryOfNew());
    }

    /** The stamp in the answer for a tag's key; {@link Stamps#NONE} if there is none. */
    static long stampOf(@Nullable Object answer) {
        return answer instanceof byte[] stamp && stamp.length == Long.BYTES
                ? ByteBuffer.wrap(stamp).getLong()
                : NONE;
    }
}
