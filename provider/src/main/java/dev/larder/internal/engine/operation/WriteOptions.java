package dev.larder.internal.engine.operation;

import dev.larder.internal.tag.Tags.TagSnapshot;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value is stored with, besides what the cache's configuration says.
 *
 * @param tags besides those of the tagger
 * @param lifetime null to leave it to configuration and policy
 * @param validator what its source can tell by whether it still holds, null if nothing
 * @param compressor the name of what its bytes are compressed by, null to leave it to the configuration
 * @param tagSnapshot the look at tags before the value was computed, null if there was none
 */
public record WriteOptions(
        Set<String> tags,
        @Nullable Duration lifetime,
        @Nullable TagSnapshot tagSnapshot,
        @Nullable String validator,
        @Nullable String compressor) {

    /** Nothing but what the configuration says. */
    public static final WriteOptions NONE = new WriteOptions(Set.of(), null, null, null, null);

    /** Whether nothing is said of how the value itself is stored. */
    public boolean arePlain() {
        return validator == null && compressor == null;
    }

    /** The same, with a lifetime. */
    public WriteOptions living(@Nullable Duration other) {
        return new WriteOptions(tags, other, tagSnapshot, validator, compressor);
    }

    /** The same, after a look at tags. */
    public WriteOptions after(@Nullable TagSnapshot look) {
        return new WriteOptions(tags, lifetime, look, validator, compressor);
    }

    /** The terms of what was loaded after a look. */
    public static WriteOptions asOf(@Nullable TagSnapshot tagSnapshot) {
        return tagSnapshot == null ? NONE : new WriteOptions(Set.of(), null, tagSnapshot, null, null);
    }
}
