package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.Classes;
import dev.larder.internal.codec.type.Enums;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes a map with enum keys: its key type, the names of the keys and the values. The type of an empty map is only
 * available through Java serialisation.
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
        graph.writeClass(out, Classes.enumTypeOf(map.keySet().iterator().next()));
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
        Class<?> element = Enums.readType(graph, in);
        ((CheckedInput) in).budget().memory(8L * Enums.allOf(element).size());
        Map<Object, Object> map = Enums.emptyMap(element);
        graph.reference(map);
        for (int left = size; left > 0; left--) {
            map.put(EnumSerializer.constant(element, in.readString()), graph.readClassAndObject(in));
        }
        return (EnumMap<?, ?>) map;
    }
}
