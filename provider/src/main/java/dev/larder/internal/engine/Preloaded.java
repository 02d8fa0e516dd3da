package dev.larder.internal.engine;

import dev.larder.internal.tag.Tags.Sight;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded for many keys at once, and the look at the tags before.
 *
 * @param sight null if nothing of it bears tags
 */
record Preloaded<K, V>(Map<K, V> values, @Nullable Sight sight) implements Function<K, @Nullable V> {
    @Override
    public @Nullable V apply(K key) {
        return values.get(key);
    }
}
