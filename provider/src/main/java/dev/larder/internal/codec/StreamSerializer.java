package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/** Writes an object, and all that only it holds, by Java serialisation: the length, then the stream. */
final class StreamSerializer extends Serializer<Object> {

    @Override
    public void write(Kryo kryo, Output out, Object value) {
        Graph graph = (Graph) kryo;
        byte[] stream = Streams.write(value, graph.gate(), met -> graph.references().stream(met, value));
        out.writeVarInt(stream.length, true);
        out.writeBytes(stream);
    }

    @Override
    public Object read(Kryo kryo, Input in, Class<? extends Object> type) {
        Graph graph = (Graph) kryo;
        byte[] stream = in.readBytes(in.readVarInt(true));
        return Streams.read(stream, 0, graph.gate(), graph.vocabulary().classLoader(), ((CheckedInput) in).budget());
    }
}
