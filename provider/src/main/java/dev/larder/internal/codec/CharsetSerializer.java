package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.Charset;

/** Writes a character set, of which every one has a class of its own, by its name. */
final class CharsetSerializer extends Serializer<Charset> {

    @Override
    public void write(Kryo graph, Output out, Charset charset) {
        out.writeString(charset.name());
    }

    @Override
    public Charset read(Kryo graph, Input in, Class<? extends Charset> type) {
        return Charset.forName(in.readString());
    }
}
