package dev.larder.memcached;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A draft's place in a {@link Carriage} and, once that is back, what the server answered to this draft. */
final class Seat {
    /** For the words around the keys. */
    private static final int ROOM = 16;

    private final Draft draft;
    private final List<Reply> replies;
    private final CountDownLatch back = new CountDownLatch(1);
    private @Nullable Seat before;
    private int keys;
    private int bytes;
    private @Nullable Items items;
    private int offset;

    Seat(Draft draft) {
        this.draft = draft;
        this.replies = draft.replies();
    }

    Draft draft() {
        return draft;
    }

    /** Opens when the carriage is back, or lost. */
    CountDownLatch back() {
        return back;
    }

    /** Makes it the first. */
    Seat alone() {
        before = null;
        keys = draft.asked().size();
        bytes = draft.size() + ROOM;
        return this;
    }

    /** Puts it behind another; not if the carriage would hold more than that. */
    boolean isBehind(Seat other, int mostKeys, int mostBytes) {
        before = other;
        keys = other.keys + draft.asked().size();
        bytes = other.bytes + draft.size() + ROOM;
        return keys <= mostKeys && bytes <= mostBytes;
    }

    /** Null for the first. */
    @Nullable
    Seat before() {
        return before;
    }

    /** No less than what the carriage says up to this seat. */
    int bytesUpToHere() {
        return bytes;
    }

    /** Adds its question to that for the same cache, or as one more. */
    void ask(List<Items> questions) {
        List<byte[]> asked = draft.asked();
        if (asked.isEmpty()) {
            return;
        }
        for (Items each : questions) {
            if (each.isLedBy(asked.get(0))) {
                offset = each.add(asked.subList(1, asked.size()));
                items = each;
                return;
            }
        }
        items = new Items(asked);
        questions.add(items);
    }

    /** The replies to the commands, in order. */
    List<Reply> replies() {
        return replies;
    }

    /** What was found at the key that was asked for in this place. */
    @Nullable
    Found at(int place) {
        if (items == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return items.at(place == 0 ? 0 : offset + place);
    }

    /** What the server would not do, in its words; null if it did all. */
    @Nullable
    String refusal() {
        for (Reply reply : replies) {
            if (reply.refusal() != null) {
                return reply.refusal();
            }
        }
        return items == null ? null : items.refusal();
    }
}
