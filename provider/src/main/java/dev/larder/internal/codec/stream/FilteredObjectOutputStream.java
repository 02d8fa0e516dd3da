package dev.larder.internal.codec.stream;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** A Java serialisation stream that reports each class and each object that it writes. */
public final class FilteredObjectOutputStream extends ObjectOutputStream {

    /** Receives what goes into the stream, and may reject it by an exception. */
    public interface WriteObserver {
        void ofClass(Class<?> type);

        void ofObject(Object written);
    }

    private final WriteObserver observer;

    public FilteredObjectOutputStream(OutputStream to, WriteObserver writeObserver) throws IOException {
        super(to);
        this.observer = writeObserver;
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) {
        observer.ofClass(type);
    }

    @Override
    protected void annotateProxyClass(Class<?> type) {
        observer.ofClass(type);
        for (Class<?> interfaceType : type.getInterfaces()) {
            observer.ofClass(interfaceType);
        }
    }

    // The only hook that sees every object. Nothing is ever replaced.
    @Override
    protected Object replaceObject(Object written) {
        observer.ofObject(written);
        return written;
    }
}
