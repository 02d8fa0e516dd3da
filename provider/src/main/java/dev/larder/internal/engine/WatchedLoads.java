package dev.larder.internal.engine;

import dev.larder.internal.tag.Tags.Sight;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads one value, with a look at the tags before. */
final class WatchedLoads<K, V> implements Function<K, @Nullable V> {
    private final Function<K, @Nullable V> loads;
    private final Tagging<K, V> tagging;
    private final @Nullable Sight before;
    private @Nullable Sight sight;

    /**
     * @param before a look that was taken anyway, null if there was none
     */
    WatchedLoads(Function<K, @Nullable V> loads, Tagging<K, V> tagging, @Nullable Sight before) {
        this.loads = loads;
        this.tagging = tagging;
        this.before = before;
    }

    @Override
    public @Nullable V apply(K key) {
        look();
        return loads.apply(key);
    }

    /** Looks, if that has not been done: what comes now is computed, and from no entry. */
    void look() {
        if (sight == null) {
            sight = before == null ? tagging.beforeLoad() : before;
        }
    }

    /** The look before the value was computed; null if it was not, or if it bears no tags. */
    @Nullable
    Sight sight() {
        return sight;
    }
}
