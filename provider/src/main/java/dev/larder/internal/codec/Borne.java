package dev.larder.internal.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a record bears between header and payload.
 *
 * @param tags null if it has none
 * @param key null if the store's key tells all
 */
record Borne(@Nullable BorneTags tags, @Nullable EncodedKey key) {
    private static final Borne NOTHING = new Borne(null, null);

    static Borne of(@Nullable BorneTags tags, @Nullable EncodedKey key) {
        return tags == null && key == null ? NOTHING : new Borne(tags, key);
    }

    int flags() {
        return (tags == null ? 0 : Layout.HAS_TAGS) | (key == null ? 0 : Layout.HAS_KEY);
    }

    void write(RecordOutput out, int maxKeyBytes) {
        if (tags != null) {
            BorneTags.write(out, tags);
        }
        if (key != null) {
            BorneKey.write(out, key, maxKeyBytes);
        }
    }
}
