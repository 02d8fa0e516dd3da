package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.MethodHandleFailures;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Java record as its components, in their order. Unlike Kryo's own serializer, it uses no reflection, writes
 * primitive components as such, and refuses a record that contains itself. Reading calls the constructor, including its
 * checks.
 */
final class RecordSerializer extends Serializer<Object> {
    private final FieldWriter components;
    private final MethodHandle[] readers;
    private final MethodHandle constructor;

    RecordSerializer(ClassFields classFields) {
        components = new FieldWriter(classFields);
        readers = classFields.slots().stream()
                .map(slot -> FieldIo.reader(slot.type()))
                .map(reader -> reader.asType(reader.type().changeReturnType(Object.class)))
                .toArray(MethodHandle[]::new);
        constructor = classFields.canonicalConstructor();
    }

    @Override
    public void write(Kryo kryo, Output out, Object value) {
        LarderKryo larderKryo = (LarderKryo) kryo;
        larderKryo.references().open(value);
        components.write(larderKryo, (RecordOutput) out, value);
        larderKryo.references().close();
    }

    @Override
    public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
        LarderKryo larderKryo = (LarderKryo) kryo;
        CheckedInput in = (CheckedInput) input;
        @Nullable Object[] parts = new @Nullable Object[readers.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = (Object) readers[i].invokeExact(larderKryo, in);
            }
            return (Object) constructor.invokeExact(parts);
        } catch (Throwable failure) {
            throw MethodHandleFailures.unchecked(failure);
        }
    }
}
