package dev.larder.internal.codec;

public final class UndecodableException extends javax.cache.CacheException {
    public UndecodableException(String m) {
        super(m);
    }
}
