package dev.larder.internal.engine.load;

import dev.larder.internal.engine.store.EntryTagging;
import dev.larder.internal.tag.Tags.TagSnapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads one value, and takes a tag snapshot before. */
public final class TagTrackingLoader<K, V> implements Function<K, @Nullable V> {
    private final Function<K, @Nullable V> loads;
    private final EntryTagging<K, V> entryTagging;
    private final @Nullable TagSnapshot before;
    private @Nullable TagSnapshot tagSnapshot;

    /**
     * @param before a tag snapshot taken already, null if there is none
     */
    public TagTrackingLoader(
            Function<K, @Nullable V> loads, EntryTagging<K, V> entryTagging, @Nullable TagSnapshot before) {
        this.loads = loads;
        this.entryTagging = entryTagging;
        this.before = before;
    }

    @Override
    public @Nullable V apply(K key) {
        takeSnapshot();
        return loads.apply(key);
    }

    /** Takes the tag snapshot if there is none yet. Called before a value is computed that comes from no entry. */
    public void takeSnapshot() {
        if (tagSnapshot == null) {
            tagSnapshot = before == null ? entryTagging.snapshotBeforeLoad() : before;
        }
    }

    /** The tag snapshot taken before the value was computed; null if none was computed, or if it has no tags. */
    public @Nullable TagSnapshot snapshotTaken() {
        return tagSnapshot;
    }
}
