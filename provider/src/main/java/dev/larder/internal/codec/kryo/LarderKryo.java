package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.ObjectWeights;

/**
 * Larder's Kryo. Kryo contributes the traversal of the object graph, the references and the varints. The
 * {@link SerializerRegistry} decides which classes are allowed and how each is written. Used by one thread at a time,
 * and discarded after any exception.
 */
public final class LarderKryo extends Kryo {
    /** Deeper nesting causes a clear exception before the stack overflows. */
    private static final int MAX_DEPTH = 500;

    /**
     * The first of the encoded types of strings, numbers and the like, which contain no objects and are never
     * referenced.
     */
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

    /** Reads an object that will be hashed or compared, and charges that to {@code cost}. */
    Object readLookedUp(CheckedInput in, LookupCost cost) {
        long begin = recordReferences.weights().at(in.position());
        Object object = readClassAndObject(in);
        cost.add(object, recordReferences.weights().at(in.position()) - begin);
        return object;
    }

    SerializerRegistry serializerRegistry() {
        return serializerRegistry;
    }

    RecordReferences references() {
        return recordReferences;
    }

    /** The class filter that is currently applied. */
    ClassFilter currentFilter() {
        return classes.currentFilter();
    }

    public void useFilter(ClassFilter classFilter) {
        classes.useFilter(classFilter);
    }
}
