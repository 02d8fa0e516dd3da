package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.Enums;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/**
 * Writes a map with enum keys: its key type, the names of the keys and the values. Unlike Kryo's own serializer, it is
 * not bound to one key type. The type of an empty map is only available through Java serialisation.
 */
final class EnumMapSerializer extends Serializer<EnumMap<?, ?>> {
    private final NestedStreamSerializer streams = new NestedStreamSerializer();

    @Override
    public void write(Kryo graph, Output out, EnumMap<?, ?> map) {
        out.writeVarInt(map.size(), true);
        if (map.isEmpty()) {
            streams.write(graph, out, map);
            return;
        }
        // A constant with a body has a class of its own, which is registered as its enum.
        graph.writeClass(out, map.keySet().iterator().next().getClass());
        for (Map.Entry<?, ?> pair : map.entrySet()) {
            out.writeString(((Enum<?>) pair.getKey()).name());
            graph.writeClassAndObject(out, pair.getValue());
        }
    }

    @Override
    public EnumMap<?, ?> read(Kryo graph, Input in, Class<? extends EnumMap<?, ?>> type) {
        int size = ((CheckedInput) in).readCount(1);
        if (size == 0) {
            return (EnumMap<?, ?>) streams.read(graph, in, type);
        }
        Class<?> enumType = readEnumType(graph, in);
        Map<Object, Object> map = emptyMap(enumType, (CheckedInput) in);
        graph.reference(map);
        for (int left = size; left > 0; left--) {
            map.put(Enums.constant(enumType, in.readString()), graph.readClassAndObject(in));
        }
        return (EnumMap<?, ?>) map;
    }

    private static Class<?> readEnumType(Kryo graph, Input in) {
        Registration registration = graph.readClass(in);
        if (registration == null || !registration.getType().isEnum()) {
            throw new UndecodableException("bytes announce an enum and name another class");
        }
        return registration.getType();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum
    private static Map<Object, Object> emptyMap(Class<?> enumType, CheckedInput in) {
        in.budget().memory(8L * EnumSet.allOf((Class) enumType).size());
        return new EnumMap(enumType);
    }
}
