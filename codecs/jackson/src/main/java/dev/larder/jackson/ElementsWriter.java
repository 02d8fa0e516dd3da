package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a holder of a few objects as an array of them. */
final class ElementsWriter extends JsonSerializer<Object> {
    private final Function<Object, Collection<? extends @Nullable Object>> elements;
    private final List<JavaType> declared;

    private ElementsWriter(Function<Object, Collection<? extends @Nullable Object>> elements, List<JavaType> declared) {
        this.elements = elements;
        this.declared = declared;
    }

    static ElementsWriter ofOptional(JavaType type) {
        return new ElementsWriter(box -> ((Optional<?>) box).stream().toList(), declaredIn(type, Optional.class, 1));
    }

    static ElementsWriter ofEntry(JavaType type) {
        return new ElementsWriter(ElementsWriter::pair, declaredIn(type, Map.Entry.class, 2));
    }

    static ElementsWriter ofCollection() {
        return new ElementsWriter(set -> (Collection<?>) set, List.of(TypeFactory.unknownType()));
    }

    /** The declared types of the contents of a type, {@code Object} if they are not declared. */
    static List<JavaType> declaredIn(JavaType type, Class<?> holder, int count) {
        JavaType[] found = type.findTypeParameters(holder);
        return found.length == count
                ? List.of(found)
                : List.copyOf(java.util.Collections.nCopies(count, TypeFactory.unknownType()));
    }

    private static Collection<@Nullable Object> pair(Object entry) {
        Map.Entry<?, ?> pair = (Map.Entry<?, ?>) entry;
        return Arrays.asList(pair.getKey(), pair.getValue());
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartArray();
        writeAll(value, out, provider);
        out.writeEndArray();
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer ids)
            throws IOException {
        WritableTypeId id = ids.writeTypePrefix(out, ids.typeId(value, JsonToken.START_ARRAY));
        writeAll(value, out, provider);
        ids.writeTypeSuffix(out, id);
    }

    private void writeAll(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        int i = 0;
        for (Object element : elements.apply(value)) {
            ElementIo.write(element, declared.get(Math.min(i++, declared.size() - 1)), out, provider);
        }
    }
}
