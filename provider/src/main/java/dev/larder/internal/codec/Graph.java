package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;

/**
 * A Kryo of ours. It brings the walk over the objects, the references between them and the varints;
 * the classes it may meet, and how each is written, are the {@link Vocabulary}'s. Used by one thread
 * at a time, and thrown away after any exception.
 */
final class Graph extends Kryo {
    /** Deeper nests end in a clear exception before the stack does. */
    private static final int MAX_DEPTH = 500;

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
