package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.larder.spi.AllowedClasses;
import dev.larder.spi.Serializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one cache. Names of classes stand in it where the declared types leave a class open; a byte in front
 * says so, and JSON without that byte is as it always was. The first value of each class is read back when it is
 * put, and refused if it comes back otherwise.
 */
final class CacheSerializer implements Serializer {
    /** Begins JSON with names of classes; no JSON begins like this. */
    private static final byte TYPED = 1;

    private static final int MOST_PROVEN = 10_000;

    private final AllowedClasses classes;
    private final Set<Class<?>> proven = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ObjectMapper typed;
    private volatile @Nullable ObjectMapper plain;

    CacheSerializer(AllowedClasses classes) {
        this.classes = classes;
    }

    @Override
    public String name() {
        return JacksonSerializer.NAME;
    }

    @Override
    public int id() {
        return JacksonSerializer.ID;
    }

    @Override
    public byte[] write(Object value) {
        JdkForms.readAs(value.getClass());
        JdkForms.requireNaturalOrder(value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(TYPED);
        ObservedGenerator out = written(value, bytes);
        byte[] record = bytes.toByteArray();
        if (!out.hasTypeIds()) {
            record = java.util.Arrays.copyOfRange(record, 1, record.length);
        }
        if (!out.unproven().isEmpty()) {
            ReadBack.require(value, record, this, typed());
            if (proven.size() < MOST_PROVEN) {
                proven.addAll(out.unproven());
            }
        }
        return record;
    }

    private ObservedGenerator written(Object value, ByteArrayOutputStream bytes) {
        try (JsonGenerator json = typed().getFactory().createGenerator(bytes)) {
            ObservedGenerator out = new ObservedGenerator(json, proven);
            if (!JdkForms.isJdk(value.getClass())) {
                out.note(value);
            }
            typed().writeValue(out, value);
            return out;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    @Override
    public Object read(byte[] bytes, Class<?> type) {
        Class<?> read = JdkForms.readAs(type);
        boolean isTyped = bytes.length > 0 && bytes[0] == TYPED;
        try {
            return isTyped ? typed().readValue(bytes, 1, bytes.length - 1, read) : plain().readValue(bytes, read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    // Two threads may make one each: the mappers are alike.
    private ObjectMapper typed() {
        ObjectMapper known = typed;
        if (known == null) {
            known = Mappers.typed(classes);
            typed = known;
        }
        return known;
    }

    private ObjectMapper plain() {
        ObjectMapper known = plain;
        if (known == null) {
            known = Mappers.plain(classes);
            plain = known;
        }
        return known;
    }
}
