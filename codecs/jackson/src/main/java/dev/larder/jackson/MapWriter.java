package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Map;

/** Writes a map with any keys: as a JSON object if all are strings, else as an array of pairs. */
final class MapWriter extends JsonSerializer<Map<?, ?>> {
    private final JavaType keys;
    private final JavaType values;

    MapWriter(JavaType keys, JavaType values) {
        this.keys = keys;
        this.values = values;
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Map<?, ?> map) {
        return map.isEmpty();
    }

    @Override
    public void serialize(Map<?, ?> map, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (hasNames(map)) {
            out.writeStartObject(map);
            writeFields(map, out, provider);
            out.writeEndObject();
        } else {
            out.writeStartArray(map);
            writePairs(map, out, provider);
            out.writeEndArray();
        }
    }

    @Override
    public void serializeWithType(Map<?, ?> map, JsonGenerator out, SerializerProvider provider, TypeSerializer ids)
            throws IOException {
        boolean hasNames = hasNames(map);
        JsonToken shape = hasNames ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
        WritableTypeId id = ids.writeTypePrefix(out, ids.typeId(map, shape));
        if (hasNames) {
            writeFields(map, out, provider);
        } else {
            writePairs(map, out, provider);
        }
        ids.writeTypeSuffix(out, id);
    }

    private static boolean hasNames(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private void writeFields(Map<?, ?> map, JsonGenerator out, SerializerProvider provider) throws IOException {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.writeFieldName((String) each.getKey());
            ElementIo.write(each.getValue(), values, out, provider);
        }
    }

    private void writePairs(Map<?, ?> map, JsonGenerator out, SerializerProvider provider) throws IOException {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.writeStartArray();
            ElementIo.write(each.getKey(), keys, out, provider);
            ElementIo.write(each.getValue(), values, out, provider);
            out.writeEndArray();
        }
    }
}
