package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Writes a record as its components and makes it anew with its constructor, checks and all. */
final class RecordSerializer extends Serializer<Object> {
    private final FieldWriter components;
    private final MethodHandle[] readers;
    private final MethodHandle constructor;

    RecordSerializer(Shape shape) {
        components = new FieldWriter(shape);
        readers = shape.slots().stream()
                .map(slot -> FieldIo.reader(slot.type()))
                .map(reader -> reader.asType(reader.type().changeReturnType(Object.class)))
                .toArray(MethodHandle[]::new);
        constructor = shape.canonicalConstructor()
                .asSpreader(Object[].class, readers.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    @Override
    public void write(Kryo kryo, Output out, Object value) {
        Graph graph = (Graph) kryo;
        graph.references().open(value);
        components.write(graph, (RecordOutput) out, value);
        graph.references().close();
    }

    @Override
    public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
        Graph graph = (Graph) kryo;
        CheckedInput in = (CheckedInput) input;
        @Nullable Object[] parts = new @Nullable Object[readers.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = (Object) readers[i].invokeExact(graph, in);
            }
            return (Object) constructor.invokeExact(parts);
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
    }
}
