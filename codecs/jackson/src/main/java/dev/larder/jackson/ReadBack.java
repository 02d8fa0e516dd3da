package dev.larder.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.larder.spi.Serializer;

/** Rejects a value that is not read back unchanged from its JSON. */
final class ReadBack {
    private ReadBack() {}

    static void require(Object value, byte[] json, Serializer serializer, ObjectMapper mapper) {
        String difference;
        try {
            difference = new Likeness(mapper).difference(value, serializer.read(json, value.getClass()));
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            throw new IllegalArgumentException(
                    "its JSON cannot be read back: " + failure.getMessage() + WAY_OUT, failure);
        }
        if (difference != null) {
            throw new IllegalArgumentException("its JSON does not lead back to it: " + difference + WAY_OUT);
        }
    }

    private static final String WAY_OUT =
            "; give the class what Jackson needs (a record, or getters and a constructor or"
                    + " setters), mark what may be lost with transient or @JsonIgnore, or set the cache's serializer to kryo";
}
