package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.LookupCost;
import dev.larder.internal.codec.record.ObjectWeights;

/**
 * A Kryo of ours. It brings the walk over the objects, the references between them and the varints;
 * the classes it may meet, and how each is written, are the {@link SerializerRegistry}'s. Used by one thread
 * at a time, and thrown away after any exception.
 */
public final class LarderKryo extends Kryo {
    /** Deeper nests end in a clear exception before the stack does. */
    private static final int MAX_DEPTH = 500;

    /** Strings, numbers and the like, which hold nothing and are never referred to, as they stand in bytes. */
    private static final int FIRST_PLAIN = 3;

    private static final int LAST_PLAIN = 13;

    private final SerializerRegistry serializerRegistry;
    private final RecordReferences recordReferences;
    private final RecordClassResolver classes;

    private LarderKryo(
            SerializerRegistry serializerRegistry, RecordClassResolver classes, RecordReferences recordReferences) {
        super(classes, recordReferences);
        this.serializerRegistry = serializerRegistry;
        this.recordReferences = recordReferences;
        this.classes = classes;
        setMaxDepth(MAX_DEPTH);
        setOptimizedGenerics(false);
    }

    static LarderKryo of(SerializerRegistry serializerRegistry) {
        KryoStartup.ensure();
        RecordClassResolver classes = new RecordClassResolver(serializerRegistry);
        return new LarderKryo(serializerRegistry, classes, new RecordReferences(serializerRegistry));
    }

    @Override
    public Object readClassAndObject(Input in) {
        int type = ((CheckedInput) in).peek(0);
        if (type >= FIRST_PLAIN && type <= LAST_PLAIN) {
            return super.readClassAndObject(in);
        }
        ObjectWeights objectWeights = recordReferences.weights();
        int number = recordReferences.readCount();
        long begin = objectWeights.begin(number, in.position());
        Object object = super.readClassAndObject(in);
        if (recordReferences.readCount() > number) {
            objectWeights.end(number, begin, in.position());
        }
        return object;
    }

    /** An object that is going to be hashed or compared. */
    Object readLookedUp(CheckedInput in, LookupCost cost) {
        long begin = recordReferences.weights().at(in.position());
        Object object = readClassAndObject(in);
        cost.add(object, recordReferences.weights().at(in.position()) - begin);
        return object;
    }

    SerializerRegistry vocabulary() {
        return serializerRegistry;
    }

    RecordReferences references() {
        return recordReferences;
    }

    /** Which classes may pass at the moment. */
    ClassFilter gate() {
        return classes.gate();
    }

    public void passThrough(ClassFilter classFilter) {
        classes.passThrough(classFilter);
    }
}
