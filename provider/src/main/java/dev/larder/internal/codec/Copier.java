package dev.larder.internal.codec;

public interface Copier {
    <T> T copy(T value);

    boolean isImmutable(Object value);
}
