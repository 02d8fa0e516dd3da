package dev.larder.internal.codec.stream;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Java serialisation that asks about each class it writes, and tells of each object. */
public final class FilteredObjectOutputStream extends ObjectOutputStream {

    /** Is told what goes into the stream, and may object by an exception. */
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

    // The one hook that sees every object; nothing is ever replaced.
    @Override
    protected Object replaceObject(Object written) {
        witness.ofObject(written);
        return written;
    }
}
