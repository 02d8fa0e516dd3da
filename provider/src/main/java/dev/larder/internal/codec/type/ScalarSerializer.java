package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scalar type whose bytes in the format differ from those of Kryo's own serializer, or for which Kryo has
 * none.
 */
final class ScalarSerializer<T> extends Serializer<T> {
    private final BiConsumer<Output, T> writer;
    private final Function<Input, T> reader;
    private final @Nullable UnaryOperator<T> copier;

    /**
     * @param copier copies a mutable value; null if the type is immutable
     */
    ScalarSerializer(BiConsumer<Output, T> writer, Function<Input, T> reader, @Nullable UnaryOperator<T> copier) {
        super(false, copier == null);
        this.writer = writer;
        this.reader = reader;
        this.copier = copier;
    }

    @Override
    public void write(@Nullable Kryo kryo, Output out, T value) {
        writer.accept(out, value);
    }

    @Override
    public T read(@Nullable Kryo kryo, Input in, Class<? extends T> type) {
        return reader.apply(in);
    }

    @Override
    public T copy(@Nullable Kryo kryo, T original) {
        return copier == null ? original : copier.apply(original);
    }
}
