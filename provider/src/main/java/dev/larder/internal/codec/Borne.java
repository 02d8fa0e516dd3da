package dev.larder.internal.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a record bears between header and payload.
 *
 * @param tags null if it has none
 * @param validator null if it has none
 * @param key null if the store's key tells all
 */
record Borne(
        @Nullable BorneTags tags,
        @Nullable String validator,
        @Nullable EncodedKey key) {
    private static final Borne NOTHING = new Borne(null, null, null);

    static Borne of(@Nullable BorneTags tags, @Nullable String validator, @Nullable EncodedKey key) {
        boolean isNothing = tags == null && validator == null && key == null;
        return isNothing ? NOTHING : new Borne(tags, validator, key);
    }

    int flags() {
        return (tags == null ? 0 : Layout.HAS_TAGS)
                | (validator == null ? 0 : Layout.HAS_VALIDATOR)
                | (key == null ? 0 : Layout.HAS_KEY);
    }

    void write(RecordOutput out, int maxKeyBytes) {
        if (tags != null) {
            BorneTags.write(out, tags);
        }
        if (validator != null) {
            BorneValidator.write(out, validator);
        }
        if (key != null) {
            BorneKey.write(out, key, maxKeyBytes);
        }
    }
}
