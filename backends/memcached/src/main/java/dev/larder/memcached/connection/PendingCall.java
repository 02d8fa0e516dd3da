package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.GetsReply;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.Reply;
import dev.larder.memcached.protocol.Request;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A request in a {@link BatchedCommand} and, after the answer has arrived, the replies to this request. */
public final class PendingCall {
    /** In bytes. For the command words around the keys. */
    private static final int COMMAND_OVERHEAD = 16;

    private final Request request;
    private final List<Reply> replies;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable PendingCall previous;
    private int keys;
    private int bytes;
    private @Nullable GetsReply getsReply;
    private int offset;

    PendingCall(Request request) {
        this.request = request;
        this.replies = request.replies();
    }

    Request request() {
        return request;
    }

    /** Opens when the batch is answered or lost. */
    CountDownLatch done() {
        return done;
    }

    /** Makes this the first request of a batch. */
    PendingCall asFirst() {
        previous = null;
        keys = request.readKeys().size();
        bytes = request.size() + COMMAND_OVERHEAD;
        return this;
    }

    /** Puts this request after another one. False if the batch would exceed the limits. */
    boolean tryFollow(PendingCall other, int maxKeys, int maxBytes) {
        previous = other;
        keys = other.keys + request.readKeys().size();
        bytes = other.bytes + request.size() + COMMAND_OVERHEAD;
        return keys <= maxKeys && bytes <= maxBytes;
    }

    /** The request before this one in the batch; null for the first. */
    @Nullable
    PendingCall previous() {
        return previous;
    }

    /** An upper bound of the batch's size in bytes, up to and including this request. */
    int totalBytes() {
        return bytes;
    }

    /** Adds the keys of this request to the {@code gets} of the same cache, or as a {@code gets} of its own. */
    void addReads(List<GetsReply> reads) {
        List<byte[]> requestedKeys = request.readKeys();
        if (requestedKeys.isEmpty()) {
            return;
        }
        for (GetsReply each : reads) {
            if (each.startsWithKey(requestedKeys.get(0))) {
                offset = each.add(requestedKeys.subList(1, requestedKeys.size()));
                getsReply = each;
                return;
            }
        }
        getsReply = new GetsReply(requestedKeys);
        reads.add(getsReply);
    }

    /** The replies to the commands, in order. */
    public List<Reply> replies() {
        return replies;
    }

    /** The item at the requested key with this index; null if there is none. */
    public @Nullable Item itemAt(int index) {
        if (getsReply == null) {
            throw new IllegalStateException("no request was sent");
        }
        return getsReply.at(index == 0 ? 0 : offset + index);
    }

    /** The server's first error line; null if there is none. */
    @Nullable
    String refusal() {
        for (Reply reply : replies) {
            if (reply.refusal() != null) {
                return reply.refusal();
            }
        }
        return getsReply == null ? null : getsReply.refusal();
    }
}
