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
 * The JSON serialiser of one cache. Class names are written where the declared types leave a class open. A leading byte
 * marks JSON with class names; JSON without it has no class names. The first value of each class is read back when it
 * is put. If the result differs, the value is rejected.
 */
final class CacheSerializer implements Serializer {
    /** The first byte of JSON with class names. Plain JSON never begins with it. */
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
        JdkJsonTypes.requireSubstitute(value);
        requireDeclared(value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(TYPED);
        ObservedGenerator out = written(value, bytes);
        byte[] record = bytes.toByteArray();
        if (!out.hasTypeIds()) {
            record = java.util.Arrays.copyOfRange(record, 1, record.length);
        }
        if (!out.unproven().isEmpty()) {
            ReadBackCheck.require(value, record, this, typed());
            if (proven.size() < MOST_PROVEN) {
                proven.addAll(out.unproven());
            }
        }
        return record;
    }

    private void requireDeclared(Object value) {
        Class<?> read = JdkJsonTypes.readAs(value.getClass());
        for (Class<?> declared : classes.declaredTypes()) {
            if (declared.isInstance(value) && !declared.isAssignableFrom(read)) {
                throw new IllegalArgumentException("its JSON is read back as a " + read.getName() + ", which is not a "
                        + declared.getName() + JdkJsonTypes.REMEDY);
            }
        }
    }

    private ObservedGenerator written(Object value, ByteArrayOutputStream bytes) {
        try (JsonGenerator json = typed().getFactory().createGenerator(bytes)) {
            ObservedGenerator out = new ObservedGenerator(json, proven);
            if (!JdkJsonTypes.isJdk(value.getClass())) {
                out.note(value);
            }
            typed().writeValue(out, value);
            return out;
        } catch (IOException failure) {
            throw new UncheckedIOException(JacksonMessages.of(failure) + JdkJsonTypes.REMEDY, failure);
        }
    }

    @Override
    public Object read(byte[] bytes, Class<?> type) {
        Class<?> read = JdkJsonTypes.readAs(type);
        boolean isTyped = bytes.length > 0 && bytes[0] == TYPED;
        try {
            return isTyped ? typed().readValue(bytes, 1, bytes.length - 1, read) : plain().readValue(bytes, read);
        } catch (IOException failure) {
            throw new UncheckedIOException(JacksonMessages.of(failure), failure);
        }
    }

    // Two threads may each create one; the mappers are equivalent.
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
