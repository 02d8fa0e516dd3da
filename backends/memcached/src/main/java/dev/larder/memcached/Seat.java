package dev.larder.memcached;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A draft's place in a {@link Carriage}, and once that is back, what the server answered to this draft. */
final class Seat {
    private static final int WORDS = 16;

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

    /** This seat as the first one. */
    Seat alone() {
        before = null;
        keys = draft.asked().size();
        bytes = draft.size() + WORDS;
        return this;
    }

    /** Opens when the carriage is back, or lost. */
    CountDownLatch back() {
        return back;
    }

    Draft draft() {
        return draft;
    }

    /** Who boarded before; null for the first. */
    @Nullable
    Seat before() {
        return before;
    }

    /** About how many bytes the carriage says up to this seat. */
    int bytesUpToHere() {
        return bytes;
    }

    /** Whether it can be the next one behind another. */
    boolean fitsBehind(Seat other, int mostKeys, int mostBytes) {
        before = other;
        keys = other.keys + draft.asked().size();
        bytes = other.bytes + draft.size() + WORDS;
        return keys <= mostKeys && bytes <= mostBytes;
    }

    /** Adds its question to the one of the same cache, or to the list. */
    void ask(List<Items> questions) {
        List<byte[]> asked = draft.asked();
        if (asked.isEmpty()) {
            return;
        }
        for (Items each : questions) {
            if (each.isLedBy(asked.get(0))) {
                items = each;
                offset = each.add(asked.subList(1, asked.size()));
                return;
            }
        }
        Items own = new Items(asked);
        items = own;
        questions.add(own);
    }

    /** Replies to the commands, without that to the question. */
    List<Reply> replies() {
        return replies;
    }

    /** The reply to the command in this place. */
    Reply reply(int place) {
        return replies.get(place);
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
