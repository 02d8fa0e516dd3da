package dev.larder.memcached.connection;

import dev.larder.memcached.protocol.GetsReply;
import dev.larder.memcached.protocol.Item;
import dev.larder.memcached.protocol.Reply;
import dev.larder.memcached.protocol.Request;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A draft's place in a {@link BatchedCommand} and, once that is back, what the server answered to this draft. */
public final class PendingCall {
    /** For the words around the keys. */
    private static final int ROOM = 16;

    private final Request request;
    private final List<Reply> replies;
    private final CountDownLatch back = new CountDownLatch(1);
    private @Nullable PendingCall before;
    private int keys;
    private int bytes;
    private @Nullable GetsReply getsReply;
    private int offset;

    PendingCall(Request request) {
        this.request = request;
        this.replies = request.replies();
    }

    Request draft() {
        return request;
    }

    /** Opens when the carriage is back, or lost. */
    CountDownLatch back() {
        return back;
    }

    /** Makes it the first. */
    PendingCall alone() {
        before = null;
        keys = request.asked().size();
        bytes = request.size() + ROOM;
        return this;
    }

    /** Puts it behind another; not if the carriage would hold more than that. */
    boolean isBehind(PendingCall other, int mostKeys, int mostBytes) {
        before = other;
        keys = other.keys + request.asked().size();
        bytes = other.bytes + request.size() + ROOM;
        return keys <= mostKeys && bytes <= mostBytes;
    }

    /** Null for the first. */
    @Nullable
    PendingCall before() {
        return before;
    }

    /** No less than what the carriage says up to this seat. */
    int bytesUpToHere() {
        return bytes;
    }

    /** Adds its question to that for the same cache, or as one more. */
    void ask(List<GetsReply> questions) {
        List<byte[]> asked = request.asked();
        if (asked.isEmpty()) {
            return;
        }
        for (GetsReply each : questions) {
            if (each.isLedBy(asked.get(0))) {
                offset = each.add(asked.subList(1, asked.size()));
                getsReply = each;
                return;
            }
        }
        getsReply = new GetsReply(asked);
        questions.add(getsReply);
    }

    /** The replies to the commands, in order. */
    public List<Reply> replies() {
        return replies;
    }

    /** What was found at the key that was asked for in this place. */
    public @Nullable Item at(int place) {
        if (getsReply == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return getsReply.at(place == 0 ? 0 : offset + place);
    }

    /** What the server would not do, in its words; null if it did all. */
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
