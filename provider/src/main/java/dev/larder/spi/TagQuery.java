package dev.larder.spi;

import java.util.List;

/**
 * The tags whose stamps shall come back with the answer to another verb, each once; see {@link TagStore}.
 *
 * @param proposals for each tag a stamp that the store gives to it if it has none, or {@link Stamps#NONE} to
 *     leave it without; not to be changed
 */
public record TagQuery(List<String> tags, long[] proposals) {

    /** Only a look at these tags. */
    public static TagQuery of(List<String> tags) {
        return new TagQuery(tags, new long[tags.size()]);
    }
}
