package dev.larder.internal.codec.failure;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if bytes cannot be decoded to a key or value: they are damaged, of a format or class that this JVM does not
 * know, or of a class that is not on the allow-list. A read treats it as a miss. It has no stack trace, since it may be
 * thrown for every entry after a deployment and its message is sufficient.
 */
public final class UndecodableException extends CacheException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    public UndecodableException(String message) {
        super(abbreviate(message));
    }

    public UndecodableException(String message, @Nullable Throwable cause) {
        super(abbreviate(message), cause);
    }

    // A part of the record that is quoted in a message may be as long as the record.
    private static String abbreviate(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** The same exception with the name of the cache in its message. */
    public UndecodableException inCache(String cache) {
        return new UndecodableException("cache '" + cache + "': " + getMessage(), getCause());
    }

    // Not synchronized, unlike the overridden method: there is no state to guard.
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
