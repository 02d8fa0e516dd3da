package dev.larder.mapdb;

import java.util.List;

/**
 * A way through all entries of a cache, some at a time. An entry that is there throughout is met exactly once
 * in each round. One thread at a time.
 */
final class Cursor {
    private static final int BATCH = 64;

    private Contents contents;
    private final Stripes stripes;
    private final boolean values;
    private int segment;
    private long next;

    Cursor(Contents contents, Stripes stripes, boolean values) {
        this.contents = contents;
        this.stripes = stripes;
        this.values = values;
    }

    boolean goesThrough(Contents others) {
        return contents == others;
    }

    /** Goes on in another database, which has them in the same order. */
    void goOnIn(Contents moved) {
        contents = moved;
    }

    /** Whether this round is over. */
    boolean isAtEnd() {
        return segment == Stripes.SEGMENTS;
    }

    /** Begins another round. */
    void rewind() {
        segment = 0;
        next = 0;
    }

    /** The next few; none only at the end. */
    List<Tree.Found> some() {
        while (!isAtEnd()) {
            Tree.Some some = stripes.withoutWriters(segment, this::read);
            next = Math.max(0, some.next());
            segment += some.next() < 0 ? 1 : 0;
            if (!some.entries().isEmpty()) {
                return some.entries();
            }
        }
        return List.of();
    }

    private Tree.Some read() {
        contents.refuseIfLeft();
        return Tree.read(contents.map(), segment, next, values, BATCH);
    }
}
