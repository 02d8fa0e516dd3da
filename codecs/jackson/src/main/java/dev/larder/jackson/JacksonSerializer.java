package dev.larder.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.larder.spi.AllowedClasses;
import dev.larder.spi.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The serialiser {@code json}: it writes a value as JSON that other programs can read, after Larder's header and the
 * name of its class. A value is either read back unchanged, or its put is rejected. If the declared types leave a class
 * open, the class name is written in front of the value. The first value of each class is read back when it is put.
 * Every class that the JSON names must be on the cache's allow-list before it is loaded. Thread-safe.
 */
public final class JacksonSerializer implements Serializer {
    static final String NAME = "json";
    static final int ID = 5;

    private final @Nullable ObjectMapper own;

    /** Creates a serialiser with a mapper of its own for each cache. Called by {@link java.util.ServiceLoader}. */
    public JacksonSerializer() {
        this.own = null;
    }

    /**
     * Creates a serialiser with the application's mapper, which then determines the JSON. Each value is read back when
     * it is put, and rejected if the result differs. A put therefore costs as much as a put and a get.
     *
     * @param mapper the application's own; if default typing is enabled, bytes in the store can name classes that
     *     bypass Larder's allow-list
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
            ReadBackCheck.require(value, json, this, mapper);
            return json;
        } catch (IOException failure) {
            throw new UncheckedIOException(JacksonMessages.of(failure), failure);
        }
    }

    @Override
    public Object read(byte[] bytes, Class<?> type) {
        try {
            return mapper().readValue(bytes, JdkJsonTypes.readAs(type));
        } catch (IOException failure) {
            throw new UncheckedIOException(JacksonMessages.of(failure), failure);
        }
    }

    private ObjectMapper mapper() {
        if (own == null) {
            throw new IllegalStateException("the serialiser json must be created for a cache with forCache");
        }
        return own;
    }
}
