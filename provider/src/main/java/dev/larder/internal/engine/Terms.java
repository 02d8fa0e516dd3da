package dev.larder.internal.engine;

import dev.larder.internal.tag.Tags.Sight;
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
 * @param sight the look at tags before the value was computed, null if there was none
 */
public record Terms(
        Set<String> tags,
        @Nullable Duration lifetime,
        @Nullable Sight sight,
        @Nullable String validator,
        @Nullable String compressor) {

    /** Nothing but what the configuration says. */
    public static final Terms NONE = new Terms(Set.of(), null, null, null, null);

    /** Whether nothing is said of how the value itself is stored. */
    boolean arePlain() {
        return validator == null && compressor == null;
    }

    /** The same, with a lifetime. */
    Terms living(@Nullable Duration other) {
        return new Terms(tags, other, sight, validator, compressor);
    }

    /** The same, after a look at tags. */
    Terms after(@Nullable Sight look) {
        return new Terms(tags, lifetime, look, validator, compressor);
    }

    /** The terms of what was loaded after a look. */
    static Terms asOf(@Nullable Sight sight) {
        return sight == null ? NONE : new Terms(Set.of(), null, sight, null, null);
    }
}
