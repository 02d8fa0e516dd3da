package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a map that {@link MapWriter} wrote. */
final class MapReader extends JsonDeserializer<Map<Object, Object>> {
    private final JavaType keys;
    private final JavaType values;
    private final Class<?> mapClass;

    MapReader(MapType type) {
        this.keys = type.getKeyType();
        this.values = type.getContentType();
        this.mapClass = type.isConcrete()
                ? type.getRawClass()
                : type.isTypeOrSubTypeOf(SortedMap.class) ? TreeMap.class : LinkedHashMap.class;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // not shared yet; such maps take null
    public Map<Object, Object> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Map<Object, Object> map = (Map<Object, Object>) ClassUtil.createInstance(mapClass, false);
        if (in.isExpectedStartObjectToken()) {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                Object key = key(in.currentName(), context);
                in.nextToken();
                map.put(key, ElementIo.read(values, in, context));
            }
        } else {
            ElementsReader.require(in, in.currentToken(), JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_ARRAY) {
                in.nextToken();
                Object key = ElementIo.read(keys, in, context);
                in.nextToken();
                map.put(key, ElementIo.read(values, in, context));
                ElementsReader.require(in, in.nextToken(), JsonToken.END_ARRAY);
            }
        }
        return map;
    }

    private Object key(String name, DeserializationContext context) throws IOException {
        return keys.getRawClass().isAssignableFrom(String.class)
                ? name
                : context.findKeyDeserializer(keys, null).deserializeKey(name, context);
    }
}
