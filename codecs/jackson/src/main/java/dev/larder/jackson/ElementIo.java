package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a container, each with its class where the declared type leaves it open. */
final class ElementIo {
    private ElementIo() {}

    static void write(@Nullable Object part, JavaType declared, JsonGenerator out, SerializerProvider provider)
            throws IOException {
        if (part == null) {
            out.writeNull();
            return;
        }
        TypeSerializer ids = provider.findTypeSerializer(declared);
        if (ids != null) {
            JavaType type = provider.constructSpecializedType(declared, part.getClass());
            provider.findValueSerializer(type, null).serializeWithType(part, out, provider, ids);
        } else {
            boolean isOpen = declared.isJavaLangObject();
            (isOpen
                            ? provider.findValueSerializer(part.getClass(), null)
                            : provider.findValueSerializer(declared, null))
                    .serialize(part, out, provider);
        }
    }

    static @Nullable Object read(JavaType declared, JsonParser in, DeserializationContext context) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NULL
                ? null
                : context.findRootValueDeserializer(declared).deserialize(in, context);
    }
}
