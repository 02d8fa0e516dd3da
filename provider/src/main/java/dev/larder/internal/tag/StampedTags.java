package dev.larder.internal.tag;

import dev.larder.spi.Stamps;
import java.util.List;

/** The tags of a record with their stamps. */
public final class StampedTags implements TagStamps {
    private final List<String> names;
    private final long[] stamps;
    private final long[] proposals;
    private final boolean pinned;

    private StampedTags(List<String> names, long[] stamps, long[] proposals, boolean lasting) {
        this.names = names;
        this.stamps = stamps;
        this.proposals = proposals;
        this.pinned = lasting;
    }

    /** Stamps of a past moment, which must stay even if the store has others. */
    public static StampedTags pinned(List<String> names, long[] stamps) {
        return new StampedTags(names, stamps, new long[stamps.length], true);
    }

    /**
     * Stamps that must be the current ones when they are written.
     *
     * @param proposals the stamps to be added if the store has none, {@link Stamps#NONE} for the others
     */
    static StampedTags current(List<String> names, long[] stamps, long[] proposals) {
        return new StampedTags(names, stamps, proposals, false);
    }

    /** The same tags with the stamps that the store has for them, and new ones where it has none. */
    public StampedTags withCurrentStamps(long[] found) {
        long[] next = new long[found.length];
        long[] added = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            added[i] = found[i] == Stamps.NONE ? Stamps.fresh() : Stamps.NONE;
            next[i] = found[i] == Stamps.NONE ? added[i] : found[i];
        }
        return current(names, next, added);
    }

    @Override
    public List<String> names() {
        return names;
    }

    /** The stamps in the order of the names; not to be changed. */
    public long[] stamps() {
        return stamps;
    }

    /** The stamps to be added where the store has none; not to be changed. */
    public long[] proposals() {
        return proposals;
    }

    /** Whether these stamps are those of a past moment and must not be updated. */
    public boolean arePinned() {
        return pinned;
    }

    /** The stamp of a tag, {@link Stamps#NONE} if it is not among these. */
    long of(String name) {
        int place = names.indexOf(name);
        return place < 0 ? Stamps.NONE : stamps[place];
    }
}
