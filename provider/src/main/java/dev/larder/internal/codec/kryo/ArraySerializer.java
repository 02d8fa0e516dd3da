package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import java.lang.reflect.Array;

/**
 * Writes an array of objects or arrays. Unlike Kryo's own serializer, it writes each element with its class, and checks
 * the length before it allocates the array.
 */
final class ArraySerializer extends Serializer<Object[]> {
    private final Class<?> element;

    ArraySerializer(Class<?> element) {
        this.element = element;
    }

    @Override
    public void write(Kryo graph, Output out, Object[] array) {
        out.writeVarInt(array.length, true);
        for (Object held : array) {
            graph.writeClassAndObject(out, held);
        }
    }

    @Override
    public Object[] read(Kryo graph, Input in, Class<? extends Object[]> type) {
        Object[] array = (Object[]) Array.newInstance(element, ((CheckedInput) in).readCount(1));
        graph.reference(array);
        for (int i = 0; i < array.length; i++) {
            array[i] = graph.readClassAndObject(in);
        }
        return array;
    }
}
