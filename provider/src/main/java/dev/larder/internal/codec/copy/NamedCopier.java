package dev.larder.internal.codec.copy;

import dev.larder.internal.codec.failure.CodecException;

/** A copier whose exceptions name the cache. */
public record NamedCopier(String cache, Copier copier) implements Copier {
    @Override
    public <T> T copy(T value) {
        try {
            return copier.copy(value);
        } catch (CodecException failure) {
            throw new CodecException(
                    "cache '" + cache + "': cannot copy a key or value of class "
                            + value.getClass().getName() + ": " + failure.getMessage(),
                    failure);
        }
    }

    @Override
    public boolean isImmutable(Object value) {
        return copier.isImmutable(value);
    }
}
