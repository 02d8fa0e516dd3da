package dev.larder.internal.codec;

import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.spi.Serializer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms of one cache: the one that it writes, and all that it can read, so that what was written before its
 * configuration changed stays readable.
 */
final class ValueFormats {
    private final Map<Integer, ValueFormat> readable = new HashMap<>();
    private final @Nullable ValueFormat written;

    ValueFormats(ValueCodecOptions valueCodecOptions, ClassFilter classFilter, ClassLoader loader) {
        add(new JavaSerializationFormat(classFilter, loader));
        add(new StringFormat());
        add(new BytesFormat());
        for (Serializer each : valueCodecOptions.serializers()) {
            add(new SerializerFormat(each, classFilter, loader));
        }
        written = readable.get(valueCodecOptions.codec());
    }

    private void add(ValueFormat valueFormat) {
        readable.put(valueFormat.number(), valueFormat);
    }

    /** What the cache writes its values as, null for graphs. */
    @Nullable
    ValueFormat written() {
        return written;
    }

    ValueFormat of(int codec) {
        ValueFormat valueFormat = readable.get(codec);
        if (valueFormat == null) {
            throw new UndecodableException("a record has the codec " + codec
                    + ", which nothing here knows; if it was written by a serialiser, add that to the class path");
        }
        return valueFormat;
    }
}
