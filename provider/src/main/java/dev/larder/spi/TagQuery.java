package dev.larder.spi;

import java.util.List;

/**
 * The tags whose stamps are requested with a read or write, each once; see {@link Ability#TAG_STAMPS}.
 *
 * @param proposals for each tag the stamp that it gets if it has none, or {@link Stamps#NONE} to leave it without; not
 *     to be changed
 */
public record TagQuery(List<String> tags, long[] proposals) {
    private static final long[][] NO_PROPOSALS = {{}, new long[1], new long[2], new long[3], new long[4]};

    /** A query that only reads the stamps of these tags. */
    public static TagQuery of(List<String> tags) {
        int count = tags.size();
        return new TagQuery(tags, count < NO_PROPOSALS.length ? NO_PROPOSALS[count] : new long[count]);
    }

    /** Whether the query proposes a stamp for any tag. Otherwise the store only reads. */
    public boolean proposes() {
        for (long each : proposals) {
            if (each != Stamps.NONE) {
                return true;
            }
        }
        return false;
    }
}
