package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.Classes;
import dev.larder.internal.codec.type.Enums;
import java.util.Collection;
import java.util.EnumSet;

/** Writes a set of enum constants: their type and their names. */
final class EnumSetSerializer extends Serializer<EnumSet<?>> {

    @Override
    public void write(Kryo graph, Output out, EnumSet<?> set) {
        graph.writeClass(out, elementTypeOf(set));
        out.writeVarInt(set.size(), true);
        for (Enum<?> constant : set) {
            out.writeString(constant.name());
        }
    }

    @Override
    public EnumSet<?> read(Kryo graph, Input in, Class<? extends EnumSet<?>> type) {
        Class<?> element = Enums.readType(graph, in);
        EnumSet<?> set = Enums.emptySet(element);
        for (int left = ((CheckedInput) in).readCount(1); left > 0; left--) {
            add(set, EnumSerializer.constant(element, in.readString()));
        }
        return set;
    }

    @SuppressWarnings("unchecked") // the constant is of the set's element type
    private static void add(EnumSet<?> set, Enum<?> constant) {
        ((Collection<Object>) (Collection<?>) set).add(constant);
    }

    /** The type of an empty set is found through its complement. */
    private static Class<?> elementTypeOf(EnumSet<?> set) {
        EnumSet<?> told = set.isEmpty() ? EnumSet.complementOf(set) : set;
        if (told.isEmpty()) {
            throw new CodecException("a set of an enum without constants does not tell its type");
        }
        return Classes.enumTypeOf(told.iterator().next());
    }
}
