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

/** Reads an {@code Optional} or a {@code Map.Entry} from an array. */
final class ElementsReader extends JsonDeserializer<Object> {
    private final List<JavaType> declared;
    private final boolean isEntry;

    ElementsReader(JavaType type) {
        this.isEntry = type.getRawClass() == Map.Entry.class;
        this.declared = ElementsWriter.declaredIn(type, type.getRawClass(), isEntry ? 2 : 1);
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
        return new AbstractMap.SimpleImmutableEntry<>(key, value);
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
