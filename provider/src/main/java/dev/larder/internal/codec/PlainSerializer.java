package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objenesis.instantiator.ObjectInstantiator;

/** Writes an object as its fields. Reading calls no constructor, as Java serialisation would not. */
final class PlainSerializer extends Serializer<Object> {
    private static final MethodType STEP =
            MethodType.methodType(void.class, Object.class, Graph.class, CheckedInput.class);

    private final ObjectInstantiator<?> instances;
    private final FieldWriter fields;
    private final MethodHandle[] steps;

    PlainSerializer(Shape shape) {
        instances = Instances.of(shape.type());
        fields = new FieldWriter(shape);
        steps = FieldChain.of(
                shape,
                STEP,
                slot -> MethodHandles.collectArguments(shape.setter(slot), 1, FieldIo.reader(slot.type())));
    }

    @Override
    public void write(Kryo graph, Output out, Object value) {
        fields.write((Graph) graph, (RecordOutput) out, value);
    }

    @Override
    public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
        Object value = instances.newInstance();
        kryo.reference(value);
        Graph graph = (Graph) kryo;
        CheckedInput in = (CheckedInput) input;
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(value, graph, in);
            }
        } catch (Throwable failure) {
            throw Failures.unchecked(failure);
        }
        return value;
    }
}
