package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A type that contains no other objects, with its number in the format and its encoding. Equal values have equal bytes,
 * so types with value equality may be part of keys.
 *
 * @param id its number in the format, never to be given to another type
 * @param copy copies a mutable value; null if the type is immutable
 * @param hasEquality whether {@code equals} compares values
 */
public record ScalarType<T>(
        int id,
        Class<? extends T> type,
        BiConsumer<Output, T> writer,
        Function<Input, T> reader,
        @Nullable UnaryOperator<T> copy,
        boolean hasEquality) {

    static <T> ScalarType<T> immutable(
            int id, Class<? extends T> type, BiConsumer<Output, T> writer, Function<Input, T> reader) {
        return new ScalarType<>(id, type, writer, reader, null, true);
    }

    static <T> ScalarType<T> mutable(
            int id,
            Class<? extends T> type,
            BiConsumer<Output, T> writer,
            Function<Input, T> reader,
            UnaryOperator<T> copy) {
        return new ScalarType<>(id, type, writer, reader, copy, true);
    }

    ScalarType<T> comparedByIdentity() {
        return new ScalarType<>(id, type, writer, reader, copy, false);
    }

    public boolean isImmutable() {
        return copy == null;
    }

    @SuppressWarnings("unchecked")
    public // a scalar is only ever found by the class of the value
    void write(Output out, Object value) {
        writer.accept(out, (T) value);
    }

    public T read(Input in) {
        return reader.apply(in);
    }

    @SuppressWarnings("unchecked")
    public Object copyOf(Object value) {
        return copy == null ? value : copy.apply((T) value);
    }
}
