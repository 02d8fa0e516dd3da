package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import org.jspecify.annotations.Nullable;

/** A class that can be written: by a number of the format, or by its name and the print of its fields. */
final class Known extends Registration {
    private static final int NAMED = -1;

    private final boolean isReferenced;
    private final int fingerprint;

    private Known(Class<?> type, Serializer<?> serializer, int id, boolean isReferenced, int fingerprint) {
        super(type, serializer, id);
        this.isReferenced = isReferenced;
        this.fingerprint = fingerprint;
    }

    static Known numbered(int id, Class<?> type, Serializer<?> serializer, boolean isReferenced) {
        return new Known(type, serializer, id, isReferenced, 0);
    }

    static Known named(Class<?> type, Serializer<?> serializer, boolean isReferenced, int fingerprint) {
        return new Known(type, serializer, NAMED, isReferenced, fingerprint);
    }

    boolean isNamed() {
        return getId() == NAMED;
    }

    /** Whether an object that occurs twice is written once, and referred to. */
    boolean isReferenced() {
        return isReferenced;
    }

    /** Differs when the fields of the class do. */
    int fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
