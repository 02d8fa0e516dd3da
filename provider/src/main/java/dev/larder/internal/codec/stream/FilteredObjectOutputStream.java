package dev.larder.internal.codec.stream;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** A Java serialisation stream that reports each class and each object that it writes. */
public final class FilteredObjectOutputStream extends ObjectOutputStream {

    /** Receives what goes into the stream, and may reject it by an exception. */
    public interface Witness {
        void ofClass(Class<?> type);

        void ofObject(Object written);
    }

    private final Witness witness;

    public FilteredObjectOutputStream(OutputStream to, Witness witness) throws IOException {
        super(to);
        this.witness = witness;
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) {
        witness.ofClass(type);
    }

    @Override
    protected void annotateProxyClass(Class<?> type) {
        witness.ofClass(type);
        for (Class<?> face : type.getInterfaces()) {
            witness.ofClass(face);
        }
    }

    // The only hook that sees every object. Nothing is ever replaced.
    @Override
    protected Object replaceObject(Object written) {
        witness.ofObject(written);
        return written;
    }
}
