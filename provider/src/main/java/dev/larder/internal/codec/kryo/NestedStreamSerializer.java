package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.stream.JavaSerialization;

/**
 * Writes an object, and all objects that only it refers to, by Java serialisation: the length, then the stream. Unlike
 * Kryo's own JavaSerializer, it is subject to the class filter and the budget.
 */
final class NestedStreamSerializer extends Serializer<Object> {

    @Override
    public void write(Kryo kryo, Output out, Object value) {
        LarderKryo larderKryo = (LarderKryo) kryo;
        byte[] stream = JavaSerialization.write(value, larderKryo.currentFilter(), met -> larderKryo
                .references()
                .addStreamed(met, value));
        out.writeVarInt(stream.length, true);
        out.writeBytes(stream);
    }

    @Override
    public Object read(Kryo kryo, Input in, Class<? extends Object> type) {
        LarderKryo larderKryo = (LarderKryo) kryo;
        byte[] stream = in.readBytes(in.readVarInt(true));
        return JavaSerialization.read(
                stream,
                0,
                larderKryo.currentFilter(),
                larderKryo.serializerRegistry().classLoader(),
                ((CheckedInput) in).budget());
    }
}
