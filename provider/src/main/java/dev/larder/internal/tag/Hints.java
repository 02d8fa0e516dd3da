package dev.larder.internal.tag;

import dev.larder.spi.ByteKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tags the entries of a cache were last seen with: what to ask for along with an entry that one has not
 * read yet. Where no entry bears tags this is empty and takes no room.
 */
public final class Hints {
    private volatile @Nullable Slots<ByteKey, List<String>> seen;

    /** The tags that the entry probably bears. */
    public List<String> of(ByteKey key) {
        Slots<ByteKey, List<String>> known = seen;
        List<String> names = known == null ? null : known.get(key);
        return names == null ? List.of() : names;
    }

    /** The entry has been seen with these. */
    public void note(ByteKey key, List<String> names) {
        Slots<ByteKey, List<String>> known = seen;
        if (known == null) {
            known = new Slots<>();
            seen = known;
        }
        if (!names.equals(known.get(key))) {
            known.put(key, names);
        }
    }
}
