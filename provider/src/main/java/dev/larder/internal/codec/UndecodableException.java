package dev.larder.internal.codec;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no key or value any more: damaged, of a format or class this JVM does not know, or
 * of a class off the allow-list. A reader treats it as a miss. It carries no stack trace: it may be
 * thrown for every entry after a deployment, and its message says all there is to know.
 */
public final class UndecodableException extends CacheException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    public UndecodableException(String message) {
        super(brief(message));
    }

    public UndecodableException(String message, @Nullable Throwable cause) {
        super(brief(message), cause);
    }

    // A part of the record that stands in a message may be as long as the record.
    private static String brief(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** The same, said of a cache. */
    UndecodableException in(String cache) {
        return new UndecodableException("cache '" + cache + "': " + getMessage(), getCause());
    }

    // Without synchronized, which the overridden method has: there is no state to guard.
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
