package dev.larder.internal.codec;

import dev.larder.spi.*;

public final class Marshaller {
    public ByteKey key(Object key) {
        throw new IllegalStateException();
    }

    public ByteEntry encode(Object key, Object value, long expiry) {
        throw new IllegalStateException();
    }

    public ByteEntry withExpiry(ByteEntry e, long expiry) {
        throw new IllegalStateException();
    }

    public Object value(ByteEntry e) {
        throw new IllegalStateException();
    }

    public boolean belongsTo(ByteEntry e, Object key) {
        throw new IllegalStateException();
    }

    public Object key(ByteKey at, ByteEntry e) {
        throw new IllegalStateException();
    }
}
