package dev.larder.internal.tag;

import dev.larder.spi.Stamps;
import java.util.List;

/** The tags that a record bears, with their stamps. */
public final class StampedTags implements TagStamps {
    private final List<String> names;
    private final long[] stamps;
    private final long[] proposals;
    private final boolean lasting;

    private StampedTags(List<String> names, long[] stamps, long[] proposals, boolean lasting) {
        this.names = names;
        this.stamps = stamps;
        this.proposals = proposals;
        this.lasting = lasting;
    }

    /** Stamps that must stay, whatever the store says to them. */
    public static StampedTags lasting(List<String> names, long[] stamps) {
        return new StampedTags(names, stamps, new long[stamps.length], true);
    }

    /**
     * Stamps that are to be present when they are written.
     *
     * @param proposals which of them are to be added if the store has none, {@link Stamps#NONE} for the others
     */
    static StampedTags present(List<String> names, long[] stamps, long[] proposals) {
        return new StampedTags(names, stamps, proposals, false);
    }

    /** Those same tags with what the store has for them, and something new where it has nothing. */
    public StampedTags at(long[] found) {
        long[] next = new long[found.length];
        long[] added = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            added[i] = found[i] == Stamps.NONE ? Stamps.fresh() : Stamps.NONE;
            next[i] = found[i] == Stamps.NONE ? added[i] : found[i];
        }
        return present(names, next, added);
    }

    @Override
    public List<String> names() {
        return names;
    }

    /** In the order of the names; not to be changed. */
    public long[] stamps() {
        return stamps;
    }

    /** Which of the stamps are to be added where the store has none; not to be changed. */
    public long[] proposals() {
        return proposals;
    }

    /** Whether these stamps are those of a moment that is past, and are not to be brought up to date. */
    public boolean areLasting() {
        return lasting;
    }

    /** The stamp of a tag, {@link Stamps#NONE} if it is not among these. */
    long of(String name) {
        int place = names.indexOf(name);
        return place < 0 ? Stamps.NONE : stamps[place];
    }
}
