package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A type that contains no other objects, with its number in the format and its encoding. Equal values have equal bytes,
 * so types with value equality may be part of keys.
 *
 * @param id its number in the format, never to be given to another type
 * @param serializer needs no Kryo, since it meets no other objects; may be Kryo's own, if its bytes are the format's
 * @param hasEquality whether {@code equals} compares values
 */
public record ScalarType<T>(int id, Class<? extends T> type, Serializer<T> serializer, boolean hasEquality) {

    static <T> ScalarType<T> of(int id, Class<? extends T> type, Serializer<T> serializer) {
        return new ScalarType<>(id, type, serializer, true);
    }

    static <T> ScalarType<T> immutable(
            int id, Class<? extends T> type, BiConsumer<Output, T> writer, Function<Input, T> reader) {
        return of(id, type, new ScalarSerializer<>(writer, reader, null));
    }

    static <T> ScalarType<T> mutable(
            int id,
            Class<? extends T> type,
            BiConsumer<Output, T> writer,
            Function<Input, T> reader,
            UnaryOperator<T> copy) {
        return of(id, type, new ScalarSerializer<>(writer, reader, copy));
    }

    ScalarType<T> comparedByIdentity() {
        return new ScalarType<>(id, type, serializer, false);
    }

    public boolean isImmutable() {
        return serializer.isImmutable();
    }

    @SuppressWarnings("unchecked")
    public // a scalar is only ever found by the class of the value
    void write(Output out, Object value) {
        serializer.write(null, out, (T) value);
    }

    public T read(Input in) {
        return serializer.read(null, in, type);
    }

    @SuppressWarnings("unchecked")
    public Object copyOf(Object value) {
        return serializer.copy(null, (T) value);
    }
}
