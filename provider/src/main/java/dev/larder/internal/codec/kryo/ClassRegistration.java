package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import dev.larder.internal.codec.record.RecordOutput;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a class that can be written. It adds to Kryo's what the format needs: a class has a number of the
 * format, or its encoded name, with the fingerprint of its fields.
 */
final class ClassRegistration extends Registration {
    private static final int NAMED = -1;
    private static final byte[] NONE = {};

    private final boolean isReferenced;
    private final byte[] encodedName;

    private ClassRegistration(Class<?> type, Serializer<?> serializer, int id, boolean isReferenced, byte[] form) {
        super(type, serializer, id);
        this.isReferenced = isReferenced;
        this.encodedName = form;
    }

    private static byte[] encodedNameOf(Class<?> type, int fingerprint) {
        RecordOutput out = new RecordOutput();
        out.writeInt(fingerprint);
        out.writeString(type.getName());
        return out.toBytes();
    }

    static ClassRegistration numbered(int id, Class<?> type, Serializer<?> serializer, boolean isReferenced) {
        return new ClassRegistration(type, serializer, id, isReferenced, NONE);
    }

    static ClassRegistration named(Class<?> type, Serializer<?> serializer, boolean isReferenced, int fingerprint) {
        return new ClassRegistration(type, serializer, NAMED, isReferenced, encodedNameOf(type, fingerprint));
    }

    boolean isNamed() {
        return getId() == NAMED;
    }

    /** Whether an object that occurs twice is written once and then referenced. */
    boolean isReferenced() {
        return isReferenced;
    }

    /** The encoded name of the class: a fingerprint of its fields, which changes with them, and the name. */
    byte[] encodedName() {
        return encodedName;
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
