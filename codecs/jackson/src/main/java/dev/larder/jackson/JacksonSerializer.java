package dev.larder.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.larder.spi.AllowedClasses;
import dev.larder.spi.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The serialiser {@code json}: a value as JSON that other programs can read, behind Larder's header and the name of
 * its class. What is put comes back as it was, or the put is refused: where declared types leave a class open, its
 * name stands in front of the value, and the first value of each class is read back when it is put. Every class
 * that JSON names passes the cache's allow-list before it is loaded. Thread-safe.
 */
public final class JacksonSerializer implements Serializer {
    static final String NAME = "json";
    static final int ID = 5;

    private final @Nullable ObjectMapper own;

    /** With a mapper of its own for each cache, for {@link java.util.ServiceLoader}. */
    public JacksonSerializer() {
        this.own = null;
    }

    /**
     * With the application's mapper, which then decides what stands in JSON. Each value is read back when it is put,
     * and refused if it comes back otherwise: a put costs as much as a put and a get.
     *
     * @param mapper the application's own; with default typing switched on, bytes in the store choose classes past
     *     Larder's allow-list
     */
    public JacksonSerializer(ObjectMapper mapper) {
        this.own = mapper;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int id() {
        return ID;
    }

    @Override
    public Serializer forCache(AllowedClasses classes) {
        return own == null ? new CacheSerializer(classes) : this;
    }

    @Override
    public byte[] write(Object value) {
        ObjectMapper mapper = mapper();
        try {
            byte[] json = mapper.writeValueAsBytes(value);
            ReadBack.require(value, json, this, mapper);
            return json;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    @Override
    public Object read(byte[] bytes, Class<?> type) {
        try {
            return mapper().readValue(bytes, JdkForms.readAs(type));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    private ObjectMapper mapper() {
        if (own == null) {
            throw new IllegalStateException("the serialiser json is used by way of forCache");
        }
        return own;
    }
}
