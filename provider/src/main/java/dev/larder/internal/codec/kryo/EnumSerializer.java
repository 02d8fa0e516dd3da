package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.UndecodableException;

/** Writes an enum constant by its name, so that constants may be added and reordered. */
public final class EnumSerializer extends Serializer<Enum<?>> {
    private final Class<?> type;

    EnumSerializer(Class<?> type) {
        this.type = type;
    }

    @Override
    public void write(Kryo graph, Output out, Enum<?> constant) {
        out.writeString(constant.name());
    }

    @Override
    public Enum<?> read(Kryo graph, Input in, Class<? extends Enum<?>> ignored) {
        return constant(type, in.readString());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public // the type is an enum
    static Enum<?> constant(Class<?> type, String name) {
        try {
            return Enum.valueOf((Class) type, name);
        } catch (IllegalArgumentException removed) {
            throw new UndecodableException("enum " + type.getName() + " has no constant " + name, removed);
        }
    }
}
