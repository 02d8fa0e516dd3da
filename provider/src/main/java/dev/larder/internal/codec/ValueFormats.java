package dev.larder.internal.codec;

import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.spi.Serializer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payload formats of one cache: the one that it writes, and all that it can read. Entries that were written before
 * a change of configuration stay readable.
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

    /** The format that the cache writes, null for object graphs. */
    @Nullable
    ValueFormat written() {
        return written;
    }

    ValueFormat of(int codec) {
        ValueFormat valueFormat = readable.get(codec);
        if (valueFormat == null) {
            throw new UndecodableException("a record has the codec " + codec
                    + ", which is unknown here; if a serialiser of another module wrote it, add that"
                    + " module to the class path");
        }
        return valueFormat;
    }
}
