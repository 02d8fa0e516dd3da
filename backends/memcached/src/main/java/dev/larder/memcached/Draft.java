package dev.larder.memcached;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is to be said to one server in one breath: commands, and then a question. Immutable. */
final class Draft {
    private final List<byte[]> commands;
    private final List<Supplier<Reply>> expected;
    private final List<byte[]> asked;
    private final boolean repeatable;

    /**
     * @param asked the keys whose items are asked for; that of the stamp comes first
     * @param repeatable whether saying it twice does what saying it once does, so that it may be said again if
     *     a connection turns out to be dead
     */
    Draft(List<byte[]> commands, List<Supplier<Reply>> expected, List<byte[]> asked, boolean repeatable) {
        this.commands = commands;
        this.expected = expected;
        this.asked = asked;
        this.repeatable = repeatable;
    }

    /** A question and nothing else. */
    static Draft asking(List<byte[]> keys) {
        return new Draft(List.of(), List.of(), keys, true);
    }

    /** One piece behind the other; not to be changed. */
    List<byte[]> commands() {
        return commands;
    }

    /** The keys of the question; none if it has none. */
    List<byte[]> asked() {
        return asked;
    }

    /** How many bytes it takes, nearly. */
    int size() {
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
    List<Reply> replies() {
        List<Reply> replies = new ArrayList<>(expected.size());
        for (Supplier<Reply> each : expected) {
            replies.add(each.get());
        }
        return replies;
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
