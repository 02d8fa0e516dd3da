package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.engine.operation.ValidatableEntry;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A record and the key that it was read for. The value is decoded when it is first needed. */
class EncodedEntry extends Stored implements ValidatableEntry {
    private final Marshaller marshaller;
    private final Object key;
    private final @Nullable ByteKey at;
    private final ByteEntry bytes;
    private @Nullable Object value;

    /**
     * @param at the bytes of the key under which the record was found; null if they are not available
     */
    EncodedEntry(Marshaller marshaller, Object key, @Nullable ByteKey at, ByteEntry bytes) {
        super(marshaller.expiry(bytes));
        this.marshaller = marshaller;
        this.key = key;
        this.at = at;
        this.bytes = bytes;
    }

    final Object key() {
        return key;
    }

    final @Nullable ByteKey at() {
        return at;
    }

    final ByteEntry bytes() {
        return bytes;
    }

    @Override
    public final @Nullable String validator() {
        return marshaller.validator(bytes);
    }

    /**
     * The value for reading only: the same object at each call until it is handed out.
     *
     * @throws UndecodableException if the bytes are damaged, of a class unknown here, or of another key
     */
    final Object value() {
        if (value == null) {
            value = decoded();
        }
        return value;
    }

    /** The value, decoded into another object at each call. */
    final Object decoded() {
        return at == null ? marshaller.value(key, bytes) : marshaller.value(key, at, bytes);
    }

    /** The value for a caller that may change it. The next caller gets another object. */
    final Object handOut() {
        Object handed = value();
        value = null;
        return handed;
    }
}
