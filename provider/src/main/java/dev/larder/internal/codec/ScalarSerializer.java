package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/** Writes a value that holds no other objects. */
final class ScalarSerializer extends Serializer<Object> {
    private final Scalar<?> scalar;

    ScalarSerializer(Scalar<?> scalar) {
        this.scalar = scalar;
    }

    @Override
    public void write(Kryo graph, Output out, Object value) {
        scalar.write(out, value);
    }

    @Override
    public Object read(Kryo graph, Input in, Class<? extends Object> type) {
        return scalar.read(in);
    }
}
