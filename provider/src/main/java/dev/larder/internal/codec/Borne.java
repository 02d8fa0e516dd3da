package dev.larder.internal.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a record bears between header and payload.
 *
 * @param tags null if it has none
 * @param validator null if it has none
 * @param key null if the store's key tells all
 * @param room whether the store has bytes to itself, in front of it all
 */
record Borne(
        @Nullable BorneTags tags,
        @Nullable String validator,
        @Nullable EncodedKey key,
        boolean room) {
    private static final Borne NOTHING = new Borne(null, null, null, false);
    private static final Borne ROOM = new Borne(null, null, null, true);

    static Borne of(@Nullable BorneTags tags, @Nullable String validator, @Nullable EncodedKey key, boolean room) {
        if (tags == null && validator == null && key == null) {
            return room ? ROOM : NOTHING;
        }
        return new Borne(tags, validator, key, room);
    }

    int flags() {
        return Layout.IS_BOUND
                | (tags == null ? 0 : Layout.HAS_TAGS)
                | (validator == null ? 0 : Layout.HAS_VALIDATOR)
                | (key == null ? 0 : Layout.HAS_KEY)
                | (room ? Layout.HAS_ROOM : 0);
    }

    void write(RecordOutput out, int maxKeyBytes) {
        if (room) {
            out.writeLong(0);
        }
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
