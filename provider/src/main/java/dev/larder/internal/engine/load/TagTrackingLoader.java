package dev.larder.internal.engine.load;

import dev.larder.internal.engine.EntryTagging;
import dev.larder.internal.tag.Tags.TagSnapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads one value, with a look at the tags before. */
public final class TagTrackingLoader<K, V> implements Function<K, @Nullable V> {
    private final Function<K, @Nullable V> loads;
    private final EntryTagging<K, V> entryTagging;
    private final @Nullable TagSnapshot before;
    private @Nullable TagSnapshot tagSnapshot;

    /**
     * @param before a look that was taken anyway, null if there was none
     */
    public TagTrackingLoader(
            Function<K, @Nullable V> loads, EntryTagging<K, V> entryTagging, @Nullable TagSnapshot before) {
        this.loads = loads;
        this.entryTagging = entryTagging;
        this.before = before;
    }

    @Override
    public @Nullable V apply(K key) {
        look();
        return loads.apply(key);
    }

    /** Looks, if that has not been done: what comes now is computed, and from no entry. */
    public void look() {
        if (tagSnapshot == null) {
            tagSnapshot = before == null ? entryTagging.beforeLoad() : before;
        }
    }

    /** The look before the value was computed; null if it was not, or if it bears no tags. */
    public @Nullable TagSnapshot sight() {
        return tagSnapshot;
    }
}
