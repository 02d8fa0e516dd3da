package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an {@code Optional} or a {@code Map.Entry} from an array. */
final class ElementsReader extends JsonDeserializer<Object> {
    static final Set<Class<?>> ENTRIES =
            Set.of(Map.Entry.class, AbstractMap.SimpleEntry.class, AbstractMap.SimpleImmutableEntry.class);

    private final List<JavaType> declared;
    private final boolean isEntry;
    private final boolean isMutable;

    ElementsReader(JavaType type) {
        this.isEntry = type.getRawClass() != Optional.class;
        this.isMutable = type.getRawClass() == AbstractMap.SimpleEntry.class;
        this.declared = ElementsWriter.declaredIn(type, isEntry ? Map.Entry.class : Optional.class, isEntry ? 2 : 1);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return isEntry ? entry(in, context) : optional(in, context);
    }

    @SuppressWarnings("NullAway") // an entry takes null
    private Object entry(JsonParser in, DeserializationContext context) throws IOException {
        require(in, in.currentToken(), JsonToken.START_ARRAY);
        in.nextToken();
        Object key = ElementIo.read(declared.get(0), in, context);
        in.nextToken();
        Object value = ElementIo.read(declared.get(1), in, context);
        require(in, in.nextToken(), JsonToken.END_ARRAY);
        return isMutable
                ? new AbstractMap.SimpleEntry<>(key, value)
                : new AbstractMap.SimpleImmutableEntry<>(key, value);
    }

    private Object optional(JsonParser in, DeserializationContext context) throws IOException {
        require(in, in.currentToken(), JsonToken.START_ARRAY);
        if (in.nextToken() == JsonToken.END_ARRAY) {
            return Optional.empty();
        }
        Object held = ElementIo.read(declared.get(0), in, context);
        require(in, in.nextToken(), JsonToken.END_ARRAY);
        return Optional.ofNullable(held);
    }

    static void require(JsonParser in, JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new com.fasterxml.jackson.databind.JsonMappingException(
                    in, "there is a " + found + " instead of " + wanted);
        }
    }
}
