package dev.larder.internal.engine;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.UndecodableException;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A record of bytes together with the key it was asked for, decoded when first looked at. */
class CodedEntry extends Stored implements HasValidator {
    private final Marshaller marshaller;
    private final Object key;
    private final ByteEntry bytes;
    private @Nullable Object value;

    CodedEntry(Marshaller marshaller, Object key, ByteEntry bytes) {
        super(marshaller.expiry(bytes));
        this.marshaller = marshaller;
        this.key = key;
        this.bytes = bytes;
    }

    final Object key() {
        return key;
    }

    final ByteEntry bytes() {
        return bytes;
    }

    @Override
    public final @Nullable String validator() {
        return marshaller.validator(bytes);
    }

    /**
     * The value, to be looked at: the same object at each call until it is handed out.
     *
     * @throws UndecodableException if the bytes are damaged, of a class unknown here, or another key's
     */
    final Object value() {
        if (value == null) {
            if (!marshaller.belongsTo(bytes, key)) {
                throw new UndecodableException("another key with the same hash");
            }
            value = marshaller.value(bytes);
        }
        return value;
    }

    /** The value for somebody who may change it, so that whoever asks next gets another one. */
    final Object handOut() {
        Object handed = value();
        value = null;
        return handed;
    }
}
