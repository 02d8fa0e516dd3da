package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Array;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Writes arrays of primitive values: their length, then each element at its full width. Kryo's own serializers write
 * other bytes: the length plus one.
 */
final class PrimitiveArraySerializer<A> extends Serializer<A> {
    static final Serializer<boolean[]> OF_BOOLEANS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeBooleans(a, 0, a.length), Input::readBooleans);
    static final Serializer<byte[]> OF_BYTES = new PrimitiveArraySerializer<>(Output::writeBytes, Input::readBytes);
    static final Serializer<short[]> OF_SHORTS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeShorts(a, 0, a.length), Input::readShorts);
    static final Serializer<char[]> OF_CHARS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeChars(a, 0, a.length), Input::readChars);
    static final Serializer<int[]> OF_INTS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeInts(a, 0, a.length), Input::readInts);
    static final Serializer<long[]> OF_LONGS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeLongs(a, 0, a.length), Input::readLongs);
    static final Serializer<float[]> OF_FLOATS =
            new PrimitiveArraySerializer<>((out, a) -> out.writeFloats(a, 0, a.length), Input::readFloats);
    static final Serializer<double[]> OF_DOUBLES =
            new PrimitiveArraySerializer<>((out, a) -> out.writeDoubles(a, 0, a.length), Input::readDoubles);

    private final BiConsumer<Output, A> writer;
    private final BiFunction<Input, Integer, A> reader;

    private PrimitiveArraySerializer(BiConsumer<Output, A> writer, BiFunction<Input, Integer, A> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void write(Kryo graph, Output out, A array) {
        out.writeVarInt(Array.getLength(array), true);
        writer.accept(out, array);
    }

    @Override
    public A read(Kryo graph, Input in, Class<? extends A> type) {
        return reader.apply(in, in.readVarInt(true));
    }
}
