package dev.larder.memcached.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is sent to one server at once: commands, then keys to read. Immutable. */
public final class Request {
    private final List<byte[]> commands;
    private final List<Supplier<Reply>> expected;
    private final List<byte[]> readKeys;
    private final boolean repeatable;

    /**
     * @param readKeys the keys to read; that of the clear stamp comes first
     * @param repeatable whether sending it twice has the same effect as once; then it may be sent again after a
     *     connection turns out to be dead
     */
    public Request(List<byte[]> commands, List<Supplier<Reply>> expected, List<byte[]> readKeys, boolean repeatable) {
        this.commands = commands;
        this.expected = expected;
        this.readKeys = readKeys;
        this.repeatable = repeatable;
    }

    /** A request that only reads. */
    public static Request reading(List<byte[]> keys) {
        return new Request(List.of(), List.of(), keys, true);
    }

    /** The commands as consecutive pieces. Callers must not change them. */
    public List<byte[]> commands() {
        return commands;
    }

    /** The keys to read; empty if there are none. */
    public List<byte[]> readKeys() {
        return readKeys;
    }

    /** The approximate size in bytes. */
    public int size() {
        int size = 0;
        for (byte[] piece : commands) {
            size += piece.length;
        }
        for (byte[] key : readKeys) {
            size += key.length + 1;
        }
        return size;
    }

    /** New, empty replies to the commands. */
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
