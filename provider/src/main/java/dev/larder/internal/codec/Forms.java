package dev.larder.internal.codec;

import dev.larder.spi.Serializer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms of one cache: the one that it writes, and all that it can read, so that what was written before its
 * configuration changed stays readable.
 */
final class Forms {
    private final Map<Integer, Form> readable = new HashMap<>();
    private final @Nullable Form written;

    Forms(Coding coding, Gate gate, ClassLoader loader) {
        add(new StreamForm(gate, loader));
        add(new TextForm());
        add(new BytesForm());
        for (Serializer each : coding.serializers()) {
            add(new SuppliedForm(each, gate, loader));
        }
        written = readable.get(coding.codec());
    }

    private void add(Form form) {
        readable.put(form.number(), form);
    }

    /** What the cache writes its values as, null for graphs. */
    @Nullable
    Form written() {
        return written;
    }

    Form of(int codec) {
        Form form = readable.get(codec);
        if (form == null) {
            throw new UndecodableException("a record has the codec " + codec
                    + ", which nothing here knows; if it was written by a serialiser, add that to the class path");
        }
        return form;
    }
}
