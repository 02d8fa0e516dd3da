package dev.larder.internal.engine.operation;

import dev.larder.internal.tag.Tags.TagSnapshot;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value is stored with, in addition to the cache's configuration.
 *
 * @param tags in addition to those of the tagger
 * @param lifetime null to leave it to configuration and policy
 * @param tagSnapshot the tag snapshot taken before the value was computed, null if there was none
 * @param validator a token by which the value's source can tell whether it is still valid, null if there is none
 * @param compressor the name of the compressor, null to leave it to the configuration
 */
public record EntryOptions(
        Set<String> tags,
        @Nullable Duration lifetime,
        @Nullable TagSnapshot tagSnapshot,
        @Nullable String validator,
        @Nullable String compressor) {

    /** Only what the configuration defines. */
    public static final EntryOptions NONE = new EntryOptions(Set.of(), null, null, null, null);

    /** Whether neither a validator nor a compressor is given. */
    public boolean arePlain() {
        return validator == null && compressor == null;
    }

    /** The same options with another lifetime, null to leave it to configuration and policy. */
    public EntryOptions withLifetime(@Nullable Duration other) {
        return new EntryOptions(tags, other, tagSnapshot, validator, compressor);
    }

    /** The same options with another tag snapshot. */
    public EntryOptions withTagSnapshot(@Nullable TagSnapshot snapshot) {
        return new EntryOptions(tags, lifetime, snapshot, validator, compressor);
    }

    /** The options of a value loaded after a tag snapshot, {@link #NONE} if that is null. */
    public static EntryOptions asOf(@Nullable TagSnapshot tagSnapshot) {
        return tagSnapshot == null ? NONE : new EntryOptions(Set.of(), null, tagSnapshot, null, null);
    }
}
