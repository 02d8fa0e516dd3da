package dev.larder.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.larder.spi.Serializer;

/** Rejects a value that is not read back unchanged from its JSON. */
final class ReadBackCheck {
    private ReadBackCheck() {}

    static void require(Object value, byte[] json, Serializer serializer, ObjectMapper mapper) {
        String difference;
        try {
            difference = new DifferenceFinder(mapper).difference(value, serializer.read(json, value.getClass()));
        } catch (Exception | LinkageError | StackOverflowError failure) {
            throw new IllegalArgumentException(
                    "its JSON cannot be read back: " + JacksonMessages.of(failure) + REMEDY, failure);
        }
        if (difference != null) {
            throw new IllegalArgumentException("reading its JSON does not give it back: " + difference + REMEDY);
        }
    }

    private static final String REMEDY =
            "; give the class what Jackson needs (a record, or getters and a constructor or"
                    + " setters), mark what may be lost with transient or @JsonIgnore, or set the cache's"
                    + " serializer to kryo";
}
