package dev.larder.internal.codec;

/** The codecs of one manager: they share a class loader, an allow-list and a pool. Thread-safe. */
public final class Codecs {
    private final ClassLoader classLoader;

    public Codecs(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /** Where classes named in bytes are looked for. */
    public ClassLoader classLoader() {
        return classLoader;
    }
}
