package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.type.HolderType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a holder of one or two objects. Unlike Kryo's own serializers of such holders, it refuses a holder that
 * contains itself, which no reader could recreate.
 */
final class HolderSerializer extends Serializer<Object> {
    private final HolderType kind;

    HolderSerializer(HolderType kind) {
        this.kind = kind;
    }

    @Override
    public void write(Kryo graph, Output out, Object box) {
        RecordReferences recordReferences = ((LarderKryo) graph).references();
        recordReferences.open(box);
        for (Object held : kind.contents().apply(box)) {
            graph.writeClassAndObject(out, held);
        }
        recordReferences.close();
    }

    @Override
    public Object read(Kryo graph, Input in, Class<? extends Object> type) {
        @Nullable Object[] held = new @Nullable Object[kind.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = graph.readClassAndObject(in);
        }
        return kind.factory().apply(held);
    }
}
