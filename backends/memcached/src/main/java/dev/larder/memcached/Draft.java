package dev.larder.memcached;

import java.util.List;
import java.util.function.Supplier;

/** What is to be said to one server in one breath: commands, and then a question. Immutable. */
final class Draft {
    private final byte[] commands;
    private final List<Supplier<Reply>> expected;
    private final List<byte[]> asked;
    private final boolean repeatable;

    /**
     * @param asked the keys whose items are asked for; that of the stamp comes first
     * @param repeatable whether saying it twice does what saying it once does, so that it may be said again if
     *     a connection turns out to be dead
     */
    Draft(byte[] commands, List<Supplier<Reply>> expected, List<byte[]> asked, boolean repeatable) {
        this.commands = commands;
        this.expected = expected;
        this.asked = asked;
        this.repeatable = repeatable;
    }

    /** Not a copy: not to be changed. */
    byte[] commands() {
        return commands;
    }

    /** The keys of the question; none if it has none. */
    List<byte[]> asked() {
        return asked;
    }

    /** How many bytes it takes, nearly. */
    int size() {
        int size = commands.length;
        for (byte[] key : asked) {
            size += key.length + 1;
        }
        return size;
    }

    /** Replies to the commands that have nothing in them yet. */
    List<Reply> replies() {
        return expected.isEmpty()
                ? List.of()
                : expected.stream().map(Supplier::get).toList();
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
