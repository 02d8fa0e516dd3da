package dev.larder.internal.codec;

import dev.larder.internal.codec.key.EncodedKey;
import dev.larder.internal.codec.key.KeySection;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.record.TagSection;
import dev.larder.internal.codec.record.ValidatorSection;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a record, between header and payload.
 *
 * @param tags null if it has none
 * @param validator null if it has none
 * @param key null if the store's key is sufficient
 * @param room whether bytes are reserved for the store, in front of the rest
 */
public record RecordMetadata(
        @Nullable TagSection tags,
        @Nullable String validator,
        @Nullable EncodedKey key,
        boolean room) {
    private static final RecordMetadata NOTHING = new RecordMetadata(null, null, null, false);
    private static final RecordMetadata ROOM = new RecordMetadata(null, null, null, true);

    public static RecordMetadata of(
            @Nullable TagSection tags, @Nullable String validator, @Nullable EncodedKey key, boolean room) {
        if (tags == null && validator == null && key == null) {
            return room ? ROOM : NOTHING;
        }
        return new RecordMetadata(tags, validator, key, room);
    }

    public int flags() {
        return RecordLayout.IS_BOUND
                | (tags == null ? 0 : RecordLayout.HAS_TAGS)
                | (validator == null ? 0 : RecordLayout.HAS_VALIDATOR)
                | (key == null ? 0 : RecordLayout.HAS_KEY)
                | (room ? RecordLayout.HAS_ROOM : 0);
    }

    public void write(RecordOutput out, int maxKeyBytes) {
        if (room) {
            out.writeLong(0);
        }
        if (tags != null) {
            TagSection.write(out, tags);
        }
        if (validator != null) {
            ValidatorSection.write(out, validator);
        }
        if (key != null) {
            KeySection.write(out, key, maxKeyBytes);
        }
    }
}
