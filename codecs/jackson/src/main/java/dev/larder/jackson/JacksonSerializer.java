package dev.larder.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.larder.spi.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The serialiser {@code json}: a value as JSON that other programs can read, behind Larder's header and the name of
 * its class. It needs no default typing, so JSON decides nothing about classes; what a value's class does not say,
 * such as the elements' class of a {@code List} that is the value itself, comes back as JSON has it: wrap such a
 * list in a record that declares it. Thread-safe.
 */
public final class JacksonSerializer implements Serializer {
    private final ObjectMapper mapper;

    /** With a mapper that knows records and {@code java.time}, for {@link java.util.ServiceLoader}. */
    public JacksonSerializer() {
        this(JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    }

    /**
     * @param mapper the application's own; with default typing switched on, bytes in the store would choose classes,
     *     past Larder's allow-list
     */
    public JacksonSerializer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public int id() {
        return 5;
    }

    @Override
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    @Override
    public Object read(byte[] bytes, Class<?> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }
}
