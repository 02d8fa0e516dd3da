package dev.larder.internal.engine.load;

import dev.larder.internal.tag.Tags.TagSnapshot;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that one call loaded for many keys, and the tag snapshot taken before.
 *
 * @param tagSnapshot null if none of the values has tags
 */
public record BulkLoadedValues<K, V>(
        Map<K, V> values, @Nullable TagSnapshot tagSnapshot) implements Function<K, @Nullable V> {
    @Override
    public @Nullable V apply(K key) {
        return values.get(key);
    }
}
