package dev.larder.memcached;

import java.util.List;
import java.util.function.Supplier;

/** What is to be said to one server in one breath, and the replies that it will give. Immutable. */
final class Draft {
    private final byte[] bytes;
    private final List<Supplier<Reply>> expected;
    private final boolean repeatable;

    /**
     * @param repeatable whether saying it twice does what saying it once does, so that it may be said again if
     *     a connection turns out to be dead
     */
    Draft(byte[] bytes, List<Supplier<Reply>> expected, boolean repeatable) {
        this.bytes = bytes;
        this.expected = List.copyOf(expected);
        this.repeatable = repeatable;
    }

    /** Not a copy: not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Replies that have nothing in them yet. */
    List<Reply> replies() {
        return expected.stream().map(Supplier::get).toList();
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
