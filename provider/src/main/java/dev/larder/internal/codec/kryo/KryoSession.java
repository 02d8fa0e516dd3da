package dev.larder.internal.codec.kryo;

import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordOutput;

/** The objects that one thread needs to write or read a record. Discarded after any exception. */
public record KryoSession(LarderKryo larderKryo, RecordOutput out, CheckedInput in) {

    static KryoSession of(SerializerRegistry serializerRegistry) {
        return new KryoSession(LarderKryo.of(serializerRegistry), new RecordOutput(), new CheckedInput());
    }
}
