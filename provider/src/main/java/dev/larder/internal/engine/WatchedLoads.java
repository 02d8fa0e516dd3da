package dev.larder.internal.engine;

import dev.larder.internal.tag.Tags.Sight;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads one value, with a look at the tags before. */
final class WatchedLoads<K, V> implements Function<K, @Nullable V> {
    private final Function<K, @Nullable V> loads;
    private final Tagging<K, V> tagging;
    private @Nullable Sight sight;

    WatchedLoads(Function<K, @Nullable V> loads, Tagging<K, V> tagging) {
        this.loads = loads;
        this.tagging = tagging;
    }

    @Override
    public @Nullable V apply(K key) {
        if (sight == null) {
            sight = tagging.beforeLoad();
        }
        return loads.apply(key);
    }

    /** The look before the load, null if nothing was loaded, or nothing that bears tags. */
    @Nullable
    Sight sight() {
        return sight;
    }
}
