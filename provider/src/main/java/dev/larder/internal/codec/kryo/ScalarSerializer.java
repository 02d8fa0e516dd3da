package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.type.ScalarType;

/** Writes a value that contains no other objects. */
final class ScalarSerializer extends Serializer<Object> {
    private final ScalarType<?> scalarType;

    ScalarSerializer(ScalarType<?> scalarType) {
        this.scalarType = scalarType;
    }

    @Override
    public void write(Kryo graph, Output out, Object value) {
        scalarType.write(out, value);
    }

    @Override
    public Object read(Kryo graph, Input in, Class<? extends Object> type) {
        return scalarType.read(in);
    }
}
