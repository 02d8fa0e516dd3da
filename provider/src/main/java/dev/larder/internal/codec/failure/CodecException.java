package dev.larder.internal.codec.failure;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Thrown if a key or value cannot be encoded or copied. The message says why and what to do. */
public final class CodecException extends CacheException {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
