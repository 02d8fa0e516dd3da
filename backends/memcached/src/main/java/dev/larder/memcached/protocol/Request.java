package dev.larder.memcached.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is to be said to one server in one breath: commands, and then a question. Immutable. */
public final class Request {
    private final List<byte[]> commands;
    private final List<Supplier<Reply>> expected;
    private final List<byte[]> asked;
    private final boolean repeatable;

    /**
     * @param asked the keys whose items are asked for; that of the stamp comes first
     * @param repeatable whether saying it twice does what saying it once does, so that it may be said again if
     *     a connection turns out to be dead
     */
    public Request(List<byte[]> commands, List<Supplier<Reply>> expected, List<byte[]> asked, boolean repeatable) {
        this.commands = commands;
        this.expected = expected;
        this.asked = asked;
        this.repeatable = repeatable;
    }

    /** A question and nothing else. */
    public static Request asking(List<byte[]> keys) {
        return new Request(List.of(), List.of(), keys, true);
    }

    /** One piece behind the other; not to be changed. */
    public List<byte[]> commands() {
        return commands;
    }

    /** The keys of the question; none if it has none. */
    public List<byte[]> asked() {
        return asked;
    }

    /** How many bytes it takes, nearly. */
    public int size() {
        int size = 0;
        for (byte[] piece : commands) {
            size += piece.length;
        }
        for (byte[] key : asked) {
            size += key.length + 1;
        }
        return size;
    }

    /** Replies to the commands that have nothing in them yet. */
    public List<Reply> replies() {
        List<Reply> replies = new ArrayList<>(expected.size());
        for (Supplier<Reply> each : expected) {
            replies.add(each.get());
        }
        return replies;
    }

    public boolean isRepeatable() {
        return repeatable;
    }
}
