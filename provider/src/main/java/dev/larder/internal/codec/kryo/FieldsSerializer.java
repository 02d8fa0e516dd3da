package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.FieldChain;
import dev.larder.internal.codec.type.Instantiator;
import dev.larder.internal.codec.type.MethodHandleFailures;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objenesis.instantiator.ObjectInstantiator;

/**
 * Writes an object as its fields. Unlike Kryo's own FieldSerializer, it writes them in the order of the {@link
 * ClassFields}, whose fingerprint detects changed fields, and it needs neither Unsafe nor generated classes. Reading
 * calls no constructor, as in Java serialisation.
 */
final class FieldsSerializer extends Serializer<Object> {
    private static final MethodType STEP =
            MethodType.methodType(void.class, Object.class, LarderKryo.class, CheckedInput.class);

    private final ObjectInstantiator<?> instances;
    private final FieldWriter fields;
    private final MethodHandle[] steps;

    FieldsSerializer(ClassFields classFields) {
        instances = Instantiator.of(classFields.type());
        fields = new FieldWriter(classFields);
        steps = FieldChain.of(
                classFields,
                STEP,
                slot -> MethodHandles.collectArguments(classFields.setter(slot), 1, FieldIo.reader(slot.type())));
    }

    @Override
    public void write(Kryo graph, Output out, Object value) {
        fields.write((LarderKryo) graph, (RecordOutput) out, value);
    }

    @Override
    public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
        Object value = instances.newInstance();
        kryo.reference(value);
        LarderKryo larderKryo = (LarderKryo) kryo;
        CheckedInput in = (CheckedInput) input;
        try {
            for (MethodHandle step : steps) {
                step.invokeExact(value, larderKryo, in);
            }
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
        return value;
    }
}
