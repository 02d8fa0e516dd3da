package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/** Writes a holder of one or two objects. */
final class BoxSerializer extends Serializer<Object> {
    private final BoxKind kind;

    BoxSerializer(BoxKind kind) {
        this.kind = kind;
    }

    @Override
    public void write(Kryo graph, Output out, Object box) {
        References references = ((Graph) graph).references();
        references.open(box);
        for (Object held : kind.contents().apply(box)) {
            graph.writeClassAndObject(out, held);
        }
        references.close();
    }

    @Override
    public Object read(Kryo graph, Input in, Class<? extends Object> type) {
        @Nullable Object[] held = new @Nullable Object[kind.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = graph.readClassAndObject(in);
        }
        return kind.made().apply(held);
    }
}
