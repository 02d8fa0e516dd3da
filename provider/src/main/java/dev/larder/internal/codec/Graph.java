package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;

/**
 * A Kryo of ours. It brings the walk over the objects, the references between them and the varints;
 * the classes it may meet, and how each is written, are the {@link Vocabulary}'s. Used by one thread
 * at a time, and thrown away after any exception.
 */
final class Graph extends Kryo {
    /** Deeper nests end in a clear exception before the stack does. */
    private static final int MAX_DEPTH = 500;

    /** Strings, numbers and the like, which hold nothing and are never referred to, as they stand in bytes. */
    private static final int FIRST_PLAIN = 3;

    private static final int LAST_PLAIN = 13;

    private final Vocabulary vocabulary;
    private final References references;
    private final MessageClasses classes;

    private Graph(Vocabulary vocabulary, MessageClasses classes, References references) {
        super(classes, references);
        this.vocabulary = vocabulary;
        this.references = references;
        this.classes = classes;
        setMaxDepth(MAX_DEPTH);
        setOptimizedGenerics(false);
    }

    static Graph of(Vocabulary vocabulary) {
        QuietStart.ensure();
        MessageClasses classes = new MessageClasses(vocabulary);
        return new Graph(vocabulary, classes, new References(vocabulary));
    }

    @Override
    public Object readClassAndObject(Input in) {
        int type = ((CheckedInput) in).peek(0);
        if (type >= FIRST_PLAIN && type <= LAST_PLAIN) {
            return super.readClassAndObject(in);
        }
        Weights weights = references.weights();
        int number = references.readCount();
        long begin = weights.begin(number, in.position());
        Object object = super.readClassAndObject(in);
        if (references.readCount() > number) {
            weights.end(number, begin, in.position());
        }
        return object;
    }

    /** An object that is going to be hashed or compared. */
    Object readLookedUp(CheckedInput in, LookupCost cost) {
        long begin = references.weights().at(in.position());
        Object object = readClassAndObject(in);
        cost.add(object, references.weights().at(in.position()) - begin);
        return object;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    References references() {
        return references;
    }

    /** Which classes may pass at the moment. */
    Gate gate() {
        return classes.gate();
    }

    void passThrough(Gate gate) {
        classes.passThrough(gate);
    }
}
