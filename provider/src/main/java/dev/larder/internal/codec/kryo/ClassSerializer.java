package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/**
 * Writes a class by its name, if the class filter allows it. Unlike Kryo's own serializer, it also takes classes whose
 * objects cannot be written. Reading does not initialise the class.
 */
@SuppressWarnings("rawtypes")
final class ClassSerializer extends Serializer<Class> {
    @Override
    public void write(Kryo graph, Output out, Class type) {
        ((LarderKryo) graph).currentFilter().toWrite(type);
        out.writeString(type.getName());
    }

    @Override
    public Class read(Kryo graph, Input in, Class<? extends Class> type) {
        LarderKryo larderKryo = (LarderKryo) graph;
        return larderKryo.serializerRegistry().loadOrPrimitive(larderKryo.currentFilter(), in.readString());
    }
}
