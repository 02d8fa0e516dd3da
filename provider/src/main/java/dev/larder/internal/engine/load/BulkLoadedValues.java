package dev.larder.internal.engine.load;

import dev.larder.internal.tag.Tags.TagSnapshot;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded for many keys at once, and the look at the tags before.
 *
 * @param tagSnapshot null if nothing of it bears tags
 */
public record BulkLoadedValues<K, V>(
        Map<K, V> values, @Nullable TagSnapshot tagSnapshot) implements Function<K, @Nullable V> {
    @Override
    public @Nullable V apply(K key) {
        return values.get(key);
    }
}
